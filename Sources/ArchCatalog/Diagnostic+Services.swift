import ArchDiagnostics
import ArchSource
import ArchSyntax

/// What is said about declared services.
extension Diagnostic {
  static func unknownWord(_ node: SyntaxNode, what: String, known: [String]) -> Diagnostic {
    let list = Array(Set(known)).sorted()
    return Diagnostic(
      DiagnosticID("service/unknown-\(what)"), .error, "'\(node.text)' is not a known \(what)",
      at: node.location, notes: list.isEmpty ? [] : ["known are \(list.joined(separator: ", "))"],
      fixes: nearest(to: node.text, among: list)
        .map { [.replacing(node, with: $0, isSafe: false)] } ?? [])
  }

  static func unknownInService(_ node: SyntaxNode, near: String?) -> Diagnostic {
    let suggestion = near.map { ", did you mean '\($0)'?" } ?? ""
    return Diagnostic(
      "service/unknown-name", .error,
      "'\(node.text)' is neither a service nor a trait\(suggestion)", at: node.location,
      notes: ["'archc list services' shows the services; declare one of your own beside this one"],
      fixes: near.map { [.replacing(node, with: $0, isSafe: false)] } ?? [])
  }

  static func aliasInClause(_ node: SyntaxNode, key: String) -> Diagnostic {
    Diagnostic(
      "service/alias", .error, "'\(node.text)' is another name of '\(key)'", at: node.location,
      notes: ["services name each other by their first names"],
      fixes: [.replacing(node, with: key)])
  }

  static func ambiguousInClause(_ node: SyntaxNode, _ keys: [String]) -> Diagnostic {
    Diagnostic(
      "service/ambiguous", .error, "'\(node.text)' could be \(keys.alternatives)",
      at: node.location, fixes: keys.map { .replacing(node, with: $0, isSafe: false) })
  }

  static func extendsItself(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/extends", .error, "this service would extend itself", at: node.location,
      notes: ["'extends' names a bundled service, or one of your own that does not build on this"])
  }

  static func takenName(_ node: SyntaxNode, by holder: Service) -> Diagnostic {
    Diagnostic(
      "service/duplicate-name", .error, "'\(node.text)' already means '\(holder.key)'",
      at: node.location, secondary: [Label(holder.declaration, "declared here")])
  }

  static func attributeDeclaredTwice(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/duplicate-attribute", .error, "'\(name.text)' is declared twice in this service",
      at: name.location)
  }

  static func attributeOfEveryElement(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/duplicate-attribute", .error,
      "every element has an attribute '\(name.text)' already",
      at: name.location)
  }

  static func settingTwice(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/duplicate-setting", .error, "'\(name.text)' is set twice in this service",
      at: name.location)
  }

  static func quotedName(_ node: SyntaxNode) -> Diagnostic {
    let name = StringSyntax(node: node).value
    let isName = name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*/) != nil
    return Diagnostic(
      "service/quoted-name", .error, "names stand here without quotation marks", at: node.location,
      fixes: isName ? [.replacing(node, with: name)] : [])
  }

  static func reservedName(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/reserved-name", .error, "'\(name.text)' means several services in clauses",
      at: name.location, notes: ["a service is called by a name that is no trait"])
  }

  static func factWithoutSentence(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/fact", .error, "the fact '\(name.text)' says nothing", at: name.location,
      notes: ["as in 'fact \(name.text) \"One sentence.\"'"])
  }

  static func factStatedTwice(_ name: SyntaxNode, first: Fact) -> Diagnostic {
    let isShown = first.declaration.source != .catalog
    return Diagnostic(
      "service/duplicate-fact", .error, "the fact '\(name.text)' is stated twice",
      at: name.location,
      secondary: isShown ? [Label(first.declaration, "first stated here")] : [])
  }

  static func unknownFact(_ node: SyntaxNode, service: Service) -> Diagnostic {
    Diagnostic(
      "service/unknown-fact", .error, "'\(service.key)' states no fact '\(node.text)'",
      at: node.location, notes: ["a fact is stated below: fact \(node.text) \"One sentence.\""],
      fixes: nearest(to: node.text, among: service.facts.map(\.id))
        .map { [.replacing(node, with: $0, isSafe: false)] } ?? [])
  }

  static func conditionWithoutSide(_ node: SyntaxNode, attribute: String) -> Diagnostic {
    Diagnostic(
      "service/condition", .error, "whose '\(attribute)' is meant?", at: node.location,
      notes: ["an edge has two ends: write source.\(attribute) or target.\(attribute)"])
  }

  static func conditionWithSide(_ node: SyntaxNode, attribute: String) -> Diagnostic {
    Diagnostic(
      "service/condition", .error, "there is no edge here whose end has a '\(attribute)'",
      at: node.location, notes: ["the service's own attribute is meant: write \(attribute)"])
  }

  static func impossibleWord(
    _ word: String, for attribute: String, possible: [String], in node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "service/condition", .error, "'\(attribute)' is never '\(word)'", at: node.location,
      notes: ["it is \(possible.alternatives)"])
  }

  static func unknownAttributeInCondition(_ node: SyntaxNode, attribute: String) -> Diagnostic {
    Diagnostic(
      "service/condition", .error, "no service in question has an attribute '\(attribute)'",
      at: node.location)
  }
}
