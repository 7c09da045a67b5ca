import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax

/// What is said about edges.
extension Diagnostic {
  static func againstRequest(_ connection: Connection, in model: Model) -> Diagnostic {
    let source = model.words(for: connection.source)
    let target = model.words(for: connection.target)
    return Diagnostic(
      "connection/against-request", .hint,
      "this arrow follows the content: the request goes from \(target) to \(source)",
      at: connection.declaration,
      notes: ["drawn as '\(connection.kind)'; both directions are understood"])
  }

  /// An edge that does not exist, with the reason, its source and the ways round.
  static func impossible(
    _ refusal: ConnectionVerdict.Refusal, _ connection: Connection, in model: Model,
    _ background: Background, ways: [WayRound], value: (Condition.Subject, String) -> Value?
  ) -> Diagnostic {
    let source = model.service(of: connection.source)
    let target = model.service(of: connection.target)
    let ends = (model.words(for: connection.source), model.words(for: connection.target))
    var message = "\(ends.0) cannot reach \(ends.1) directly"
    var citations: [String] = []
    var citing = source
    var notes: [String] = []
    var fixes: [FixIt] = []
    var secondary = model.declarations(of: [connection.source, connection.target])
    switch refusal {
    case .never(let clause):
      if let reason = clause.reason { notes.append(reason) }
      citations = clause.citations
      citing = clause.side == .sendsTo ? source : target
    case .condition(let clause):
      let failures = clause.condition?.failures(value) ?? []
      let names = { (subject: Condition.Subject, name: String) in
        "the \(name) of '\(model[subject == .source ? connection.source : connection.target].name)'"
      }
      let words = failures.map { $0.words(names) }.joined(separator: " and ")
      message = "\(ends.0) reaches \(ends.1) only where \(words)"
      if let reason = clause.reason { notes.append(reason) }
      citations = clause.citations
      citing = clause.side == .sendsTo ? source : target
      fixes = model.repair(failures, connection).map { [$0] } ?? []
      secondary += failures.flatMap { model.statements($0, connection) }
    case .closedSource:
      citations = source.closedCitations
      notes.append(source.reachWords(target: target))
    case .closedTarget:
      citations = target.closedToOthersCitations
      citing = target
      notes.append(target.reachedByWords)
    }
    let facts = background.facts(citations, of: citing)
    notes += facts.map(\.footnote)
    let variants = variantsThatConnect(source, target, value: value)
      .map { "\($0.source.shortTitle) -> \($0.target.shortTitle)" }
    if !variants.isEmpty { notes.append("possible: \(variants.joined(separator: "; "))") }
    if let words = ways.words(from: source, to: target) { notes.append(words) }
    return Diagnostic(
      "connection/impossible", facts.severity, message, at: connection.declaration,
      secondary: secondary, notes: notes, fixes: fixes)
  }
}

extension Model {
  /// An element in words: what it is, and its name where that says more.
  fileprivate func words(for id: ElementID) -> String {
    let element = self[id]
    let service = service(of: id)
    if service.isGeneric { return "'\(element.name)'" }
    return element.isImplicit ? service.shortTitle : "'\(element.name)' (\(service.shortTitle))"
  }

  /// Where elements are declared, if not in passing.
  fileprivate func declarations(of ids: [ElementID]) -> [Label] {
    ids.filter { !self[$0].isImplicit }.map {
      Label(self[$0].declaration, "'\(self[$0].name)' is \(service(of: $0).title)")
    }
  }

  /// The attribute that a failed comparison is about, if the text states it.
  private func stated(
    _ failure: Condition, _ connection: Connection
  ) -> (attribute: Attribute, wanted: Value?)? {
    guard case .compare(.attribute(let subject, let name), let comparison, let operand) = failure
    else { return nil }
    let end = subject == .source ? connection.source : connection.target
    guard let attribute = self[end].attributes.first(where: { $0.name == name }) else { return nil }
    if comparison == .equal, case .value(let wanted) = operand { return (attribute, wanted) }
    return (attribute, nil)
  }

  /// The edits that make failed comparisons hold, where the text states all the attributes.
  fileprivate func repair(_ failures: [Condition], _ connection: Connection) -> FixIt? {
    let settings = failures.compactMap { failure -> (attribute: Attribute, text: String)? in
      guard let (attribute, wanted) = stated(failure, connection) else { return nil }
      switch wanted {
      case nil, .list: return nil
      case .string(let text): return (attribute, StringLiteral.literal(text))
      case .some(let wanted): return (attribute, wanted.spelling)
      }
    }
    guard !settings.isEmpty, settings.count == failures.count else { return nil }
    let words = settings.map { "\($0.attribute.name) = \($0.text)" }.joined(separator: " and ")
    return FixIt(
      "set \(words)", settings.map { TextEdit($0.attribute.valueLocation, $0.text) },
      isSafe: false)
  }

  fileprivate func statements(_ failure: Condition, _ connection: Connection) -> [Label] {
    guard let (attribute, _) = stated(failure, connection) else { return [] }
    return [Label(attribute.valueLocation, "stated here")]
  }
}

extension Service {
  /// What a closed service reaches, for a person who wanted something else.
  fileprivate func reachWords(target: Service) -> String {
    let names = connections.filter { $0.side == .sendsTo && !$0.isNever }.flatMap(\.others)
    return "\(shortTitle) reaches \(summary(of: names)); \(target.shortTitle) is not among them"
  }

  /// What reaches a service that takes from nothing else.
  fileprivate var reachedByWords: String {
    let names = connections.filter { $0.side == .receivesFrom && !$0.isNever }.flatMap(\.others)
    return "\(shortTitle) is reached by \(summary(of: names)) only"
  }

  private func summary(of names: [String]) -> String {
    let sorted = Set(names).sorted()
    guard sorted.count > 12 else {
      return sorted.isEmpty ? "nothing" : sorted.joined(separator: ", ")
    }
    return sorted.prefix(10).joined(separator: ", ")
      + " and \(sorted.count - 10) more ('archc explain \(key)')"
  }
}

extension [WayRound] {
  /// The paths in words: `a way round: SNS -> Lambda -> Kinesis; SNS -> SQS -> …`.
  fileprivate func words(from source: Service, to target: Service) -> String? {
    let paths = prefix(3).map { way in
      ([source] + way.connectors + [target]).map(\.shortTitle).joined(separator: " -> ")
    }
    guard !paths.isEmpty else { return nil }
    return (paths.count == 1 ? "a way round: " : "ways round: ") + paths.joined(separator: "; ")
  }
}
