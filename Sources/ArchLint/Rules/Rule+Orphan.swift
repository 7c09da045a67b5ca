import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

extension Rule {
  /// Something is drawn that takes no part.
  static let topologyOrphan = Rule(
    "topology/orphan", .hint, "An element has no edges, and nothing names it", detail: .design,
    documentation: RuleDocumentation(
      rationale: """
        Who reads the diagram cannot tell what it is for: either an arrow is missing, or it is \
        left over from an earlier plan and costs money for nothing.
        """,
      source: "a diagram check; no rule of other tools",
      advice: "Draw who uses it, or leave it out.",
      bad: [
        """
        diagram { environment = development }
        app -> orders: dynamodb
        ratings: dynamodb
        """
      ],
      good: [
        """
        diagram { environment = development }
        app -> orders: dynamodb, ratings: dynamodb
        """
      ])
  ) { architecture, report in
    let model = architecture.model
    guard !model.connections.isEmpty else { return }
    var isJoined = [Bool](repeating: false, count: model.elements.count)
    for index in model.connections.indices {
      isJoined[model.connections[index].source.index] = true
      isJoined[model.connections[index].target.index] = true
    }
    let workers = ServiceSelection(architecture, where: isExpectedToBeUsed)
    let candidates = workers.elements.filter { id in
      !isJoined[id.index] && model.children(of: id).isEmpty
        && model.elements[id.index].declaration.source.index == 0
        && !isPartOfSomething(id, isJoined, architecture)
    }
    guard !candidates.isEmpty else { return }
    let isNamed = elementsNamedByAttributes(model)
    let isInhabited = containersWithEdges(isJoined, model)
    for id in candidates where !isNamed[id.index] {
      if let parent = model.elements[id.index].parent, isFrame(parent, model),
        !isInhabited[parent.index]
      {
        continue
      }
      report.report(
        "no edge leads to \(architecture.quoted(id)), and none leaves it", at: id)
    }
  }
}

/// Whether such a thing is drawn for what it does with others: not for rules, rights or records
/// that hold by themselves, nor for the network, which works by where things stand.
private func isExpectedToBeUsed(_ service: Service) -> Bool {
  workingCategories.contains(service.category) && !selfSufficient.contains(service.key)
}

private let workingCategories: Set = [
  "analytics", "compute", "containers", "database", "integration", "machine-learning", "storage",
]

private let selfSufficient: Set = [
  "ami", "app-mesh", "backup", "cloud-map", "ebs-snapshot", "ecr", "ecr-public",
  "eventbridge-archive", "eventbridge-schema-registry", "glue-catalog", "lake-formation",
  "launch-template", "license-manager", "snapshot", "task-definition",
]

/// Whether the text puts an element into something that takes part, or makes it background.
private func isPartOfSomething(
  _ id: ElementID, _ isJoined: [Bool], _ architecture: Architecture
) -> Bool {
  let model = architecture.model
  var current = model.elements[id.index].parent
  while let container = current {
    if isJoined[container.index] { return true }
    current = model.elements[container.index].parent
  }
  let element = model.elements[id.index]
  return element.attributes.contains { !$0.targets.isEmpty || $0.name == "muted" }
}

private func elementsNamedByAttributes(_ model: Model) -> [Bool] {
  var isNamed = [Bool](repeating: false, count: model.elements.count)
  let note = { (attributes: [Attribute]) in
    for attribute in attributes {
      for target in attribute.targets { isNamed[target.index] = true }
    }
  }
  for index in model.elements.indices { note(model.elements[index].attributes) }
  for index in model.connections.indices { note(model.connections[index].attributes) }
  return isNamed
}

/// The containers in which something has an edge.
private func containersWithEdges(_ isJoined: [Bool], _ model: Model) -> [Bool] {
  var isInhabited = [Bool](repeating: false, count: model.elements.count)
  for index in model.elements.indices where isJoined[index] {
    var current = model.elements[index].parent
    while let container = current, !isInhabited[container.index] {
      isInhabited[container.index] = true
      current = model.elements[container.index].parent
    }
  }
  return isInhabited
}

/// Whether a container only frames what it holds, as a group of examples does.
private func isFrame(_ id: ElementID, _ model: Model) -> Bool {
  let look = model.service(of: id).look
  return look == nil || look == "plain"
}
