package import ArchDiagnostics
package import ArchModel
package import ArchSource

/// What a finding is about: rules that yield to one another meet here.
package enum RuleSubject: Sendable, Hashable {
  case element(ElementID)
  /// Index in `Model.connections`.
  case connection(Int)
}

/// Takes down what one rule finds.
package struct RuleReport: Sendable {
  /// One finding, before the rule's own words are added.
  package struct Finding: Sendable {
    package var message: String
    package var location: Location
    package var subjects: [RuleSubject]
    package var secondary: [Label] = []
    /// The numbers, or the path, that show the fault.
    package var evidence: [String] = []
    package var fixes: [FixIt] = []
  }

  package private(set) var findings: [Finding] = []
  private let model: Model

  init(_ model: Model) { self.model = model }

  package mutating func add(_ finding: Finding) { findings.append(finding) }

  /// Reports an element, at its name or at one of its attributes.
  package mutating func report(
    _ message: String, at element: ElementID, attribute: String? = nil,
    secondary: [Label] = [], evidence: [String] = [], fixes: [FixIt] = []
  ) {
    let stated = attribute.flatMap { name in
      model[element].attributes.first { $0.name == name }?.valueLocation
    }
    add(
      Finding(
        message: message, location: stated ?? model[element].declaration,
        subjects: [.element(element)], secondary: secondary, evidence: evidence, fixes: fixes))
  }

  /// Reports an edge, at its arrow or at one of its attributes.
  package mutating func report(
    _ message: String, at edge: Architecture.Edge, attribute: String? = nil,
    secondary: [Label] = [], evidence: [String] = [], fixes: [FixIt] = []
  ) {
    let connection = model.connections[edge.connection]
    let stated = attribute.flatMap { name in
      connection.attributes.first { $0.name == name }?.valueLocation
    }
    add(
      Finding(
        message: message, location: stated ?? connection.declaration,
        subjects: [
          .connection(edge.connection), .element(edge.source), .element(edge.target),
        ], secondary: secondary, evidence: evidence, fixes: fixes))
  }
}
