package import ArchCatalog
import ArchDiagnostics
package import ArchLint

/// What holds diagrams to each fact: the attributes, ranges, edges and statuses that cite it, and
/// the rules that check it.
package struct FactHolders {
  private var words: [String: [String]] = [:]
  /// The rules of each fact, in order of name.
  private var rules: [String: [String]] = [:]
  /// The rules by the part of their names before the slash.
  private var families: [String: [Rule]] = [:]

  package init(_ catalog: CatalogSnapshot, _ rules: [Rule]) {
    families = Dictionary(grouping: rules) { $0.id.family }
    for rule in rules {
      for fact in rule.documentation.facts { self.rules[fact, default: []].append(rule.id.name) }
    }
    for service in catalog.services { note(service) }
  }

  /// The numbers of all facts that something holds.
  package var facts: Set<String> { Set(words.keys).union(rules.keys) }

  /// The rules that check a fact.
  package func rules(of fact: String) -> [String] { rules[fact] ?? [] }

  /// The rules whose names begin with the key of a service.
  package func rules(about key: String) -> [Rule] { families[key] ?? [] }

  /// Everything that holds a fact, in words: statements in the order of the catalog, then rules.
  package func words(of fact: String) -> [String] {
    (words[fact] ?? []) + rules(of: fact).map { "rule \($0)" }
  }

  private mutating func note(_ service: Service) {
    let key = service.key
    for attribute in service.attributes {
      note(attribute.citations, "attribute \(key).\(attribute.name)")
    }
    for limit in service.limits { note(limit.citations, "limit \(key).\(limit.attribute)") }
    for clause in service.connections {
      note(clause.citations, clause.side == .sendsTo ? "edges from \(key)" : "edges to \(key)")
    }
    note(service.closedCitations, "edges from \(key)")
    note(service.closedToOthersCitations, "edges to \(key)")
    note(service.lifecycle.citations, "status of \(key)")
  }

  private mutating func note(_ citations: [String], _ text: String) {
    for id in citations where words[id]?.contains(text) != true {
      words[id, default: []].append(text)
    }
  }
}
