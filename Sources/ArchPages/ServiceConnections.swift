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

  /// One definition for each way of being connected, in the order in which ways are first met.
  private static func definitions(
    of service: Service, _ side: ConnectionClause.Side, in catalog: CatalogSnapshot
  ) -> [Page.Definition] {
    var groups: [(term: String, names: Set<String>, tail: String)] = []
    func add(_ clause: ConnectionClause, _ names: [String]) {
      let term = termWords(clause)
      let tail = tailWords(clause)
      if let known = groups.firstIndex(where: { $0.term == term && $0.tail == tail }) {
        groups[known].names.formUnion(names)
      } else {
        groups.append((term, Set(names), tail))
      }
    }
    for clause in service.connections where clause.side == side { add(clause, clause.others) }
    for other in catalog.services where other.key != service.key {
      for clause in other.connections where clause.side != side {
        guard let rank = clause.others.compactMap(service.rank).max(), rank > .anything else {
          continue
        }
        add(clause, [other.key])
      }
    }
    return groups.map { group in
      .init(group.term, [group.names.sorted().joined(separator: ", ") + group.tail])
    }
  }

  private static func termWords(_ clause: ConnectionClause) -> String {
    guard !clause.isNever else { return "never" }
    let kind = clause.kind ?? "request"
    switch clause.invocation {
    case nil: return kind
    case .sync: return "\(kind), waiting"
    case .async: return "\(kind), not waiting"
    case .polled: return "\(kind), asking again and again"
    case .pulled: return "\(kind), drawn with the content"
    }
  }

  private static func tailWords(_ clause: ConnectionClause) -> String {
    let condition = clause.condition.map { condition in
      " where "
        + condition.words { subject, name in
          switch subject {
          case .itself: name
          case .source: "the source's \(name)"
          case .target: "the target's \(name)"
          }
        }
    }
    let reason = clause.reason.map { ": \($0)" } ?? ""
    return cited((condition ?? "") + reason, clause.citations)
  }
}
