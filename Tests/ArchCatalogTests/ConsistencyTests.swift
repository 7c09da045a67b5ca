import ArchCatalog
import ArchDiagnostics
import ArchSyntax
import ArchTestSupport
import Testing

import struct ArchSource.SourceText

/// A bundled service, called by its key in the records of a run.
private struct Bundled: Sendable, CustomTestStringConvertible {
  let service: Service

  var testDescription: String { service.key }
}

private let services = Catalog().services
private let bundled = services.map(Bundled.init)

@Test(arguments: bundled)
private func `A bundled service passes the checks that a user's own has to pass`(
  bundled: Bundled
) throws {
  let service = bundled.service
  let text = try #require(Catalog.text(of: service.key))
  for case .service(let syntax) in parse(text).file.statements {
    #expect(readService(syntax).problems.map(\.message) == [])
    #expect(Catalog().problems(of: syntax).map(\.message) == [])
  }
}

// MARK: Both ends agree

/// Two services, and the clauses of each that name the other by its key.
private struct Pair {
  var source: Service
  var target: Service

  var sends: [ConnectionClause] { clauses(of: source, .sendsTo, naming: target) }
  var receives: [ConnectionClause] { clauses(of: target, .receivesFrom, naming: source) }

  private func clauses(
    of service: Service, _ side: ConnectionClause.Side, naming other: Service
  ) -> [ConnectionClause] {
    service.connections.filter { clause in
      let isConditional = clause.isNever && clause.condition != nil
      return clause.side == side && !isConditional && clause.others.contains(other.key)
    }
  }

  var name: String { "\(source.key) -> \(target.key)" }
}

/// The pairs of which either end speaks by key.
private let pairs: [Pair] = {
  let byKey = Dictionary(uniqueKeysWithValues: services.map { ($0.key, $0) })
  var names: Set<String> = []
  var pairs: [Pair] = []
  for service in services {
    for clause in service.connections {
      for other in clause.others.compactMap({ byKey[$0] }) {
        let isSource = clause.side == .sendsTo
        let pair = Pair(source: isSource ? service : other, target: isSource ? other : service)
        if names.insert(pair.name).inserted { pairs.append(pair) }
      }
    }
  }
  return pairs
}()

@Test func `Where both ends speak of an edge, they say the same of it`() {
  for pair in pairs where !pair.sends.isEmpty && !pair.receives.isEmpty {
    let sends = Set(pair.sends.map { $0.isNever ? "never" : $0.kind ?? "" })
    let receives = Set(pair.receives.map { $0.isNever ? "never" : $0.kind ?? "" })
    #expect(!sends.isDisjoint(with: receives), "\(pair.name): \(sends) against \(receives)")
  }
}

@Test func `A closed end lists what the other end claims`() {
  for pair in pairs where pair.receives.contains(where: { !$0.isNever }) && pair.source.isClosed {
    let listed = pair.source.connections.contains { clause in
      clause.side == .sendsTo && clause.others.contains { pair.target.rank(of: $0) != nil }
    }
    #expect(listed, "\(pair.source.key) is closed and does not list \(pair.target.key)")
  }
  for pair in pairs where pair.sends.contains(where: { !$0.isNever }) {
    guard pair.target.isClosedToOthers else { continue }
    let listed = pair.target.connections.contains { clause in
      clause.side == .receivesFrom && clause.others.contains { pair.source.rank(of: $0) != nil }
    }
    #expect(listed, "\(pair.target.key) is closed to others and does not list \(pair.source.key)")
  }
}

@Test func `No clause is dead: each of its names is judged as the clause says somewhere`() {
  for service in services {
    for clause in service.connections where clause.isNever && clause.condition == nil {
      for name in clause.others {
        guard let other = services.first(where: { $0.key == name }) else { continue }
        let ends = clause.side == .sendsTo ? (service, other) : (other, service)
        let verdict = judgeConnection(from: ends.0, to: ends.1) { _, _ in nil }
        if case .allowed = verdict {
          Issue.record(
            "\(ends.0.key) -> \(ends.1.key) is allowed although \(service.key) says never")
        }
      }
    }
  }
}

// MARK: Words

@Test func `Every trait is borne by a service`() {
  let borne = Set(services.flatMap(\.traits))
  #expect(Vocabulary.traits.map(\.name).filter { !borne.contains($0) } == [])
  #expect(Vocabulary.traits.map(\.name) == Vocabulary.traits.map(\.name).sorted())
}

@Test(arguments: bundled)
private func `What is no longer offered says since when and what to use`(bundled: Bundled) {
  let lifecycle = bundled.service.lifecycle
  guard lifecycle.status != .active else {
    #expect(lifecycle.since == nil && lifecycle.ends == nil && lifecycle.successors.isEmpty)
    return
  }
  for date in [lifecycle.since, lifecycle.ends].compactMap({ $0 }) {
    #expect(date.wholeMatch(of: /\d{4}(-\d\d(-\d\d)?)?/) != nil, "\(date)")
  }
  #expect(lifecycle.since != nil || lifecycle.ends != nil)
  for key in lifecycle.successors {
    #expect(Catalog().service(key)?.lifecycle.status == .active, "\(key) is no way out")
  }
}

@Test(arguments: bundled)
private func `Everything a service states can be looked up somewhere`(bundled: Bundled) {
  let service = bundled.service
  let isKindOfThing = service.isIndefinite || service.title == service.shortTitle
  #expect(isKindOfThing || !service.source.isEmpty)
  for limit in service.limits { #expect(!limit.citations.isEmpty, "limit \(limit.attribute)") }
}
