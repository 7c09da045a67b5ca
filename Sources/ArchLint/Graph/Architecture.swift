package import ArchCatalog
package import ArchModel

/// A diagram as rules look at it: the model, and a graph of the edges that exist, each with how it
/// is called.
///
/// Made once for a check, in time linear in elements and edges. Edges that the catalog refuses are
/// not in it: they are reported as what they are, and nothing follows from them.
///
/// One check uses it on one thread: what has been asked once is kept in it without a lock.
package final class Architecture: @unchecked Sendable {
  /// An edge, from the element that sends or calls to the one that receives.
  package struct Edge: Sendable {
    package var source: ElementID
    package var target: ElementID
    /// Index in `Model.connections`.
    package var connection: Int
    package var invocation: ConnectionClause.Invocation
    /// What it does, as the catalog or the author says.
    package var kind: String
  }

  package let model: Model
  /// In the order of the text. An arrow that runs both ways is two edges.
  package let edges: [Edge]
  /// The lines without direction. What they mean is not known, so no algorithm follows them; the
  /// patterns of rules ask for them with `--`.
  private let associations: [Edge]
  /// The associations of each element, where there are any.
  private let associationsByElement: [ElementID: [Int]]
  package let detailLevels: Set<DetailLevel>
  private let outgoingStarts: [Int32]
  private let outgoingEdges: [Int32]
  private let incomingStarts: [Int32]
  private let incomingEdges: [Int32]
  /// The services that each word means, by index: their keys, what they add to, their traits.
  private let servicesByWord: [String: [Int]]
  /// The elements of each service, by the service's index.
  private let elementsByService: [[ElementID]]
  /// The edges of each pair of services.
  let pairs: [ServicePair]
  let defaults: AttributeDefaults
  /// The elements that attributes name, with the attributes that do.
  private(set) lazy var mentions = Mentions(model)
  private var knownSurroundings: [String: Surroundings] = [:]
  /// What states which attribute.
  private(set) lazy var stated = StatedAttributes(model, edges)

  /// The edges between two services, which are alike in much.
  struct ServicePair {
    var source: Int
    var target: Int
    var edges: [Int32]
  }

  init(_ model: Model, _ edges: [Edge], _ defaults: AttributeDefaults) {
    self.model = model
    self.edges = edges
    self.defaults = defaults
    associations = model.connections.indices.filter { model.connections[$0].arrow == .association }
      .map { Edge(model.connections[$0], $0) }
    var byElement: [ElementID: [Int]] = [:]
    for (index, edge) in associations.enumerated() {
      byElement[edge.source, default: []].append(edges.count + index)
      byElement[edge.target, default: []].append(edges.count + index)
    }
    associationsByElement = byElement
    detailLevels = model.detailLevels
    let count = model.elements.count
    (outgoingStarts, outgoingEdges) = grouped(edges, count) { $0.source.index }
    (incomingStarts, incomingEdges) = grouped(edges, count) { $0.target.index }
    var byService = [[ElementID]](repeating: [], count: model.services.count)
    for (index, element) in model.elements.enumerated() {
      byService[element.service].append(ElementID(index))
    }
    elementsByService = byService
    servicesByWord = wordsOfServices(model)
    pairs = servicePairs(edges.indices.map(Int32.init), edges, model)
  }

  /// Some of the edges, by pairs of services.
  func pairs(of some: [Int32]) -> [ServicePair] { servicePairs(some, edges, model) }

  // MARK: Elements

  package subscript(id: ElementID) -> Element { _read { yield model.elements[id.index] } }

  package func service(of id: ElementID) -> Service { model.service(of: id) }

  /// Whether an element is of a service or has a trait.
  package func `is`(_ id: ElementID, _ word: String) -> Bool {
    word == Vocabulary.anything || servicesByWord[word]?.contains(model[id].service) == true
  }

  /// Whether an element is of one of several services or has one of several traits.
  package func `is`(_ id: ElementID, anyOf words: [String]) -> Bool {
    words.contains { self.is(id, $0) }
  }

  /// The indices of the services that a word means.
  package func services(named word: String) -> [Int] {
    word == Vocabulary.anything ? Array(model.services.indices) : servicesByWord[word] ?? []
  }

  /// The elements of a service or with a trait, in the order of the text for one service.
  package func elements(named word: String) -> [ElementID] {
    services(named: word).flatMap { elementsByService[$0] }
  }

  func elements(ofService index: Int) -> [ElementID] { elementsByService[index] }

  /// The value of an attribute: stated, or the catalog's default.
  package func value(_ name: String, of id: ElementID) -> Value? {
    if let stated = stated(name, of: id) { return stated.value }
    return defaults.value(name, of: id)
  }

  /// Whether an element of a service may have a value for an attribute that it does not state, or
  /// stands in a place of that name.
  func mayKnow(_ name: String, ofService service: Int) -> Bool {
    name == "name" || name == "label" || !services(named: name).isEmpty
      || defaults.mayExist(name, ofService: service)
  }

  /// What the text itself says.
  package func stated(_ name: String, of id: ElementID) -> Attribute? {
    model[id].attributes.first { $0.name == name }
  }

  /// The elements that an attribute names.
  package func targets(_ name: String, of id: ElementID) -> [ElementID] {
    stated(name, of: id)?.targets ?? []
  }

  /// The nearest container around an element that is a service or has a trait.
  package func place(_ word: String, of id: ElementID) -> ElementID? {
    guard model[id].parent != nil else { return nil }
    let services = services(named: word)
    guard !services.isEmpty else { return nil }
    var current = model[id].parent
    while let container = current {
      if services.contains(model[container].service) { return container }
      current = model[container].parent
    }
    return nil
  }

  /// The nearest container of a kind around each element.
  func surroundings(_ word: String) -> Surroundings {
    if let known = knownSurroundings[word] { return known }
    let found = Surroundings(self, word)
    knownSurroundings[word] = found
    return found
  }

  // MARK: Edges

  /// The edges that leave an element, by index.
  package func outgoing(_ id: ElementID) -> ArraySlice<Int32> {
    outgoingEdges[Int(outgoingStarts[id.index])..<Int(outgoingStarts[id.index + 1])]
  }

  /// The edges that reach an element, by index.
  package func incoming(_ id: ElementID) -> ArraySlice<Int32> {
    incomingEdges[Int(incomingStarts[id.index])..<Int(incomingStarts[id.index + 1])]
  }

  /// The edge, or the line without direction, of an index in the slots of a pattern.
  func edge(at index: Int) -> Edge {
    index < edges.count ? edges[index] : associations[index - edges.count]
  }

  /// The lines without direction at an element, by index for `edge(at:)`.
  func associations(of id: ElementID) -> [Int] { associationsByElement[id] ?? [] }

  package func connection(_ edge: Edge) -> Connection { model.connections[edge.connection] }

  /// What an edge says of itself.
  package func stated(_ name: String, of edge: Edge) -> Attribute? {
    model.connections[edge.connection].attributes.first { $0.name == name }
  }
}

extension Architecture.Edge {
  /// A line without direction.
  fileprivate init(_ connection: Connection, _ index: Int) {
    self.init(
      source: connection.source, target: connection.target, connection: index, invocation: .sync,
      kind: connection.kind)
  }
}

/// The edges by one of their ends: where the list of each element begins, and the lists.
private func grouped(
  _ edges: [Architecture.Edge], _ count: Int, by end: (Architecture.Edge) -> Int
) -> ([Int32], [Int32]) {
  var starts = [Int32](repeating: 0, count: count + 1)
  for edge in edges { starts[end(edge) + 1] += 1 }
  for index in 0..<count { starts[index + 1] += starts[index] }
  var next = starts
  var list = [Int32](repeating: 0, count: edges.count)
  for (index, edge) in edges.enumerated() {
    let slot = end(edge)
    list[Int(next[slot])] = Int32(index)
    next[slot] += 1
  }
  return (starts, list)
}

private func wordsOfServices(_ model: Model) -> [String: [Int]] {
  var services: [String: [Int]] = [:]
  for (index, service) in model.services.enumerated() {
    for word in Set([service.key] + service.ancestors + service.traits) {
      services[word, default: []].append(index)
    }
  }
  return services
}

private func servicePairs(
  _ indices: [Int32], _ edges: [Architecture.Edge], _ model: Model
) -> [Architecture.ServicePair] {
  var pairs: [Architecture.ServicePair] = []
  var known: [Int: Int] = [:]
  for index in indices {
    let source = model[edges[Int(index)].source].service
    let target = model[edges[Int(index)].target].service
    let key = source * model.services.count + target
    if let pair = known[key] {
      pairs[pair].edges.append(index)
    } else {
      known[key] = pairs.count
      pairs.append(Architecture.ServicePair(source: source, target: target, edges: [index]))
    }
  }
  return pairs
}

/// Which elements attributes name.
struct Mentions {
  private var names: [ElementID: Set<String>] = [:]

  init(_ model: Model) {
    for element in model.elements { note(element.attributes) }
    for connection in model.connections { note(connection.attributes) }
  }

  private mutating func note(_ attributes: [Attribute]) {
    for attribute in attributes {
      for target in attribute.targets { names[target, default: []].insert(attribute.name) }
    }
  }

  /// Whether an attribute of one of these names means the element.
  func contains(_ id: ElementID, as attributes: [String]) -> Bool {
    names[id].map { $0.contains(where: attributes.contains) } ?? false
  }
}
