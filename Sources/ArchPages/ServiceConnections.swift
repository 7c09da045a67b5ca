import ArchCatalog

/// The edges of a service in words, gathered from what it says itself and what others say of it.
struct ServiceConnections {
  var reaches: [Page.Definition]
  var isReachedBy: [Page.Definition]

  init(of service: Service, in catalog: CatalogSnapshot) {
    reaches = Self.definitions(of: service, .sendsTo, in: catalog)
    isReachedBy = Self.definitions(of: service, .receivesFrom, in: catalog)
    if service.isClosed {
      reaches.append(.init("nothing else", [cited("", service.closedCitations)]))
    }
    if service.isClosedToOthers {
      isReachedBy.append(.init("nothing else", [cited("", service.closedToOthersCitations)]))
    }
  }

  /// What the service says itself, clause by clause, then what others say, each way of being
  /// connected once and without the reasons: those stand on their pages. What there is comes before
  /// what there is not.
  private static func definitions(
    of service: Service, _ side: ConnectionClause.Side, in catalog: CatalogSnapshot
  ) -> [Page.Definition] {
    var own = Groups()
    for clause in service.connections where clause.side == side {
      own.add(clause, clause.others, tail: details(of: clause))
    }
    var others = Groups()
    let named = Set(service.connections.filter { $0.side == side }.flatMap(\.others))
    for other in catalog.services where other.key != service.key && !named.contains(other.key) {
      for clause in other.connections where clause.side != side {
        let rank = clause.others.compactMap(service.rank).max()
        if let rank, rank > .anything {
          others.add(clause, [other.key], tail: condition(of: clause))
        }
      }
    }
    return own.allowances + others.allowances + own.refusals + others.refusals
  }

  private static func details(of clause: ConnectionClause) -> String {
    let reason = clause.reason.map { ": \($0)" } ?? ""
    return cited(condition(of: clause) + reason, clause.citations)
  }

  private static func condition(of clause: ConnectionClause) -> String {
    guard let condition = clause.condition else { return "" }
    return " where "
      + condition.words { subject, name in
        switch subject {
        case .itself: name
        case .source: "the source's \(name)"
        case .target: "the target's \(name)"
        }
      }
  }
}

/// Names gathered by how they are connected, in the order in which ways are first met.
private struct Groups {
  private struct Group {
    var term: String
    var isNever: Bool
    var tail: String
    var names: Set<String>

    var definition: Page.Definition {
      .init(term, [names.sorted().joined(separator: ", ") + tail])
    }
  }

  private var groups: [Group] = []

  var allowances: [Page.Definition] { groups.filter { !$0.isNever }.map(\.definition) }
  var refusals: [Page.Definition] { groups.filter(\.isNever).map(\.definition) }

  mutating func add(_ clause: ConnectionClause, _ names: [String], tail: String) {
    let term = Self.words(for: clause)
    if let known = groups.firstIndex(where: { $0.term == term && $0.tail == tail }) {
      groups[known].names.formUnion(names)
    } else {
      groups.append(
        Group(term: term, isNever: clause.isNever, tail: tail, names: Set(names)))
    }
  }

  private static func words(for clause: ConnectionClause) -> String {
    guard !clause.isNever else { return "never" }
    let kind = clause.kind ?? "request"
    switch clause.invocation {
    case nil: return kind
    case .sync: return "\(kind), waiting"
    case .async: return "\(kind), not waiting"
    case .polled: return "\(kind), polled"
    case .pulled: return "\(kind), drawn with the content"
    }
  }
}
