import ArchCatalog
import ArchDiagnostics
import ArchSource

/// What is said about rules that do not fit the catalog.
extension Diagnostic {
  static func unknownServiceInRule(
    _ word: String, among names: [String], at location: Location
  ) -> Diagnostic {
    var problem = Diagnostic(
      "rule/unknown-service", .error, "no service or trait is called '\(word)'", at: location)
    if let near = nearest(to: word, among: names) {
      problem.fixes = [FixIt("write '\(near)'", [TextEdit(location, near)], isSafe: false)]
    }
    return problem
  }

  static func aliasInRule(
    _ word: String, _ service: Service, at location: Location
  ) -> Diagnostic {
    var notes: [String] = []
    if let variant = service.variants.first(where: { $0.name == word }) {
      notes = ["and add 'where it.\(variant.attribute) == \(variant.value.spelling)'"]
    }
    return Diagnostic(
      "rule/alias", .error, "rules call \(service.title) by its key, '\(service.key)'",
      at: location, notes: notes,
      fixes: [
        FixIt("write '\(service.key)'", [TextEdit(location, service.key)], isSafe: notes.isEmpty)
      ])
  }

  static func unknownAttributeInRule(
    _ name: String, _ services: [Service], among names: [String], at location: Location
  ) -> Diagnostic {
    let owner = services.count == 1 ? services[0].title : "none of these services"
    let near = nearest(to: name, among: names)
    return Diagnostic(
      "rule/unknown-attribute", .error,
      services.count == 1
        ? "\(owner) has no attribute '\(name)'" : "\(owner) has an attribute '\(name)'",
      at: location, notes: near.map { ["did you mean '\($0)'?"] } ?? [])
  }

  static func unknownCommonAttribute(
    _ name: String, _ owner: String, among names: [String], at location: Location
  ) -> Diagnostic {
    let near = nearest(to: name, among: names)
    return Diagnostic(
      "rule/unknown-attribute", .error, "\(owner) has no attribute '\(name)'", at: location,
      notes: near.map { ["did you mean '\($0)'?"] } ?? [])
  }

  static func noElement(_ name: String, _ type: RuleType, at location: Location) -> Diagnostic {
    Diagnostic(
      "rule/type", .error, "'\(name)' is \(type.words), not an element with attributes",
      at: location)
  }

  static func noCondition(_ type: RuleType, at location: Location) -> Diagnostic {
    Diagnostic(
      "rule/type", .error, "a condition is missing here, this is \(type.words)", at: location)
  }

  static func noList(_ type: RuleType, at location: Location) -> Diagnostic {
    Diagnostic(
      "rule/type", .error, "behind 'in' stands a list, this is \(type.words)", at: location)
  }

  static func incomparable(
    _ left: RuleType, _ right: RuleType, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      "rule/type", .error, "\(left.words) does not compare with \(right.words)", at: location)
  }

  static func incalculable(
    _ left: RuleType, _ right: RuleType, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      "rule/type", .error, "\(left.words) and \(right.words) cannot be calculated together",
      at: location)
  }

  static func impossibleWord(
    _ word: String, among words: [String], at location: Location
  ) -> Diagnostic {
    Diagnostic(
      "rule/impossible-word", .error, "this is never '\(word)'", at: location,
      notes: ["it is \(words.alternatives)"])
  }
}
