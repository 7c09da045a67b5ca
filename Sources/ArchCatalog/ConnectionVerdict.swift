/// What the catalog says of an edge between two services.
package enum ConnectionVerdict: Sendable {
  /// There is such an edge; the clause that says so, or nil where nothing is said against it.
  case allowed(ConnectionClause?)
  case refused(Refusal)

  /// Why there is no such edge.
  package enum Refusal: Sendable, Equatable {
    /// A clause says so.
    case never(ConnectionClause)
    /// The clause that would allow it does not hold for these two elements.
    case condition(ConnectionClause)
    /// The source reaches only what it lists.
    case closedSource
    /// The target is reached only by what it lists.
    case closedTarget
  }

  /// The clause behind an allowed edge.
  package var clause: ConnectionClause? {
    if case .allowed(let clause) = self { clause } else { nil }
  }
}

/// Judges an edge by what its two ends say of it.
///
/// A clause that names a service by its key counts more than one that names a trait, and that more
/// than `anything`. Of clauses that are equally exact, `never` goes first, then those whose
/// condition fails, then the source's before the target's, then the order of the text. What is not
/// known is in favour of the edge: it makes no condition of an allowing clause fail, and none of a
/// `never` hold. Where no clause speaks of the pair, it is refused if the source is closed or the
/// target takes from nothing else, unless the other end is indefinite: a kind of thing or a place.
///
/// - Parameters:
///   - kind: What the author says the edge is; a service that has no such edges at all says nothing
///     about it.
///   - value: The value of an attribute of either end; nil for unknown.
package func judgeConnection(
  from source: Service, to target: Service, kind: String? = nil,
  value: (Condition.Subject, String) -> Value?
) -> ConnectionVerdict {
  let isIndefinite = source.isIndefinite || target.isIndefinite
  let sides = [
    Testimony(source.clauses(.sendsTo, about: target), kind, value),
    Testimony(target.clauses(.receivesFrom, about: source), kind, value),
  ]
  let allowance = best(sides.compactMap(\.allowance))
  // Who takes in records of anything does so whatever else the source may not send to its like.
  let failures = sides.compactMap(\.failure)
    .filter { $0.rank == .key || allowance?.rank != .anything }
  let objections = sides.compactMap(\.refusal) + failures
  let objection = best(objections.filter { $0.rank == .key || !isIndefinite })
  if let objection, objection.rank >= allowance?.rank ?? .anything {
    let clause = objection.clause
    return .refused(clause.isNever ? .never(clause) : .condition(clause))
  }
  if let allowance { return .allowed((best(sides.compactMap(\.ofKind)) ?? allowance).clause) }
  if source.isClosed, !target.isIndefinite, source.speaks(of: kind, .sendsTo) {
    return .refused(.closedSource)
  }
  if target.isClosedToOthers, !source.isIndefinite, target.speaks(of: kind, .receivesFrom) {
    return .refused(.closedTarget)
  }
  return .allowed(nil)
}

/// What one end says of a pair.
private struct Testimony {
  /// The clause that says there is no such edge.
  var refusal: Candidate?
  /// The clause that would allow it, where none does.
  var failure: Candidate?
  /// The clause that allows it.
  var allowance: Candidate?
  /// The clause that allows it and is of the kind the author states.
  var ofKind: Candidate?

  init(
    _ candidates: [Candidate], _ kind: String?, _ value: (Condition.Subject, String) -> Value?
  ) {
    refusal = best(
      candidates.filter { candidate in
        candidate.clause.forbids(kind)
          && candidate.clause.condition.map { $0.holds(value) == true } ?? true
      })
    let relevant = candidates.filter { !$0.clause.isNever && $0.clause.allows(kind) }
    let holding = relevant.filter { $0.clause.condition?.holds(value) != false }
    allowance = best(holding)
    if kind != nil { ofKind = best(holding.filter { $0.clause.kind == kind }) }
    let failed = best(relevant.filter { $0.clause.condition != nil })
    if let failed, failed.rank > allowance?.rank ?? .anything || allowance == nil {
      failure = failed
    }
  }
}

/// The kinds of edges on which data travels, whatever the author calls it.
package let flowKinds: Set<String> = [
  "request", "event", "send", "publish", "poll", "stream", "query", "load",
]

/// A clause that speaks of a pair, and how exactly.
private struct Candidate: Equatable {
  var clause: ConnectionClause
  var rank: Service.Rank
}

/// The first of the most exact candidates.
private func best(_ candidates: [Candidate]) -> Candidate? {
  let rank = candidates.map(\.rank).max()
  return candidates.first { $0.rank == rank }
}

extension ConnectionClause {
  /// Whether the clause says that there is no edge of a kind: of its own, or of any on which data
  /// travels.
  fileprivate func forbids(_ kind: String?) -> Bool {
    guard isNever else { return false }
    if let kind, let own = self.kind { return own == kind }
    return (kind ?? self.kind).map(flowKinds.contains) ?? true
  }

  /// Whether an edge of a kind may be the one the clause is about.
  fileprivate func allows(_ kind: String?) -> Bool {
    guard let kind, let own = self.kind, own != kind else { return true }
    return flowKinds.contains(kind) && flowKinds.contains(own)
  }
}

extension Service {
  /// The clauses of one side that speak of another service, and how exactly.
  fileprivate func clauses(
    _ side: ConnectionClause.Side, about other: Service
  ) -> [Candidate] {
    connections.compactMap { clause in
      guard clause.side == side, let rank = clause.others.compactMap(other.rank).max() else {
        return nil
      }
      return Candidate(clause: clause, rank: rank)
    }
  }

  /// Whether a clause of the service speaks of edges like these at all.
  fileprivate func speaks(of kind: String?, _ side: ConnectionClause.Side) -> Bool {
    guard let kind, !flowKinds.contains(kind) else { return true }
    return connections.contains { $0.side == side && $0.kind == kind }
  }
}
