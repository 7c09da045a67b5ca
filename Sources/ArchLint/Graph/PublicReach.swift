import ArchCatalog
import ArchModel

/// How far people and machines on the internet get before something computes, and so decides.
///
/// Gateways, public load balancers and firewalls pass on what comes; they are followed. Found once,
/// breadth first, so that each path is a shortest one.
struct PublicReach {
  private let architecture: Architecture
  private let actors: ServiceSelection
  private let passers: ServiceSelection
  /// The edge by which the internet first got to an element; -1 for none.
  private var arrivals: [Int32]

  init(_ architecture: Architecture, actors words: [String]) {
    self.architecture = architecture
    actors = ServiceSelection(architecture, words)
    passers = ServiceSelection(architecture, passingServices)
    arrivals = [Int32](repeating: -1, count: architecture.model.elements.count)
    guard !actors.isEmpty, !passers.isEmpty else { return }
    follow()
  }

  var hasActors: Bool { !actors.isEmpty }

  /// Whether somebody on the internet calls along this edge, directly or through what passes calls
  /// on. Who stands on premises is not on the internet.
  func isPublicCall(_ edge: Architecture.Edge) -> Bool {
    if actors.contains(edge.initiator) { return isCall(edge) && isOutside(edge.initiator) }
    return passers.contains(edge.source) && arrivals[edge.source.index] >= 0 && passesOn(edge)
  }

  /// The edges from the internet up to this one and with it.
  func path(to edge: Architecture.Edge) -> [Architecture.Edge] {
    var path = [edge]
    var current = edge.source
    while passers.contains(current), arrivals[current.index] >= 0 {
      let before = architecture.edges[Int(arrivals[current.index])]
      path.append(before)
      current = before.source
    }
    return path.reversed()
  }

  private mutating func follow() {
    var queue: [ElementID] = []
    for actor in actors.elements where isOutside(actor) {
      for index in architecture.outgoing(actor) { arrive(by: Int(index), &queue) }
    }
    var next = 0
    while next < queue.count {
      for index in architecture.outgoing(queue[next]) { arrive(by: Int(index), &queue) }
      next += 1
    }
  }

  private mutating func arrive(by index: Int, _ queue: inout [ElementID]) {
    let edge = architecture.edges[index]
    guard passers.contains(edge.target), arrivals[edge.target.index] < 0, letsIn(edge.target),
      actors.contains(edge.source) ? isCall(edge) : passesOn(edge)
    else { return }
    arrivals[edge.target.index] = Int32(index)
    queue.append(edge.target)
  }

  private func isCall(_ edge: Architecture.Edge) -> Bool { edge.carriesTraffic }

  private func passesOn(_ edge: Architecture.Edge) -> Bool {
    edge.carriesTraffic || ["routes", "protects", "attaches"].contains(edge.kind)
  }

  private func letsIn(_ id: ElementID) -> Bool {
    architecture.value("scheme", of: id) != .word("internal")
      && architecture.value("type", of: id) != .word("egress-only")
  }

  private func isOutside(_ id: ElementID) -> Bool {
    architecture.place("on-premises", of: id) == nil && architecture.place("vpc", of: id) == nil
  }
}

/// What passes calls on without asking who calls.
private let passingServices = [
  "alb", "clb", "elastic-ip", "elb", "global-accelerator", "internet-gateway", "nacl",
  "network-firewall", "nlb", "security-group", "shield", "waf",
]
