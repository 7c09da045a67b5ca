import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// What is said about attributes, headers and flows.
extension Diagnostic {
  static func unknownSubject(_ name: SyntaxNode) -> Diagnostic {
    let subjects = AttributeSubject.allCases.map(\.rawValue)
    return Diagnostic(
      "attribute/subject", .error, "'\(name.text)' is nothing that has attributes",
      at: name.location, notes: ["attributes are declared for \(subjects.alternatives)"],
      fixes: nearest(to: name.text, among: subjects)
        .map { [.replacing(name, with: $0, isSafe: false)] } ?? [])
  }

  static func attributeTaken(
    _ attribute: AttributeDeclaration, subject: AttributeSubject
  ) -> Diagnostic {
    Diagnostic(
      "attribute/duplicate-declaration", .error,
      "every \(subject.rawValue) has an attribute '\(attribute.name)' already",
      at: attribute.declaration)
  }

  static func unknownAttribute(
    _ name: SyntaxNode, _ owner: Resolver.AttributeOwner, near: String?, isOfEdges: Bool
  ) -> Diagnostic {
    let own = owner.own.isEmpty ? owner.common : owner.own
    var notes = own.isEmpty ? [] : ["it has \(own.map(\.name).sorted().joined(separator: ", "))"]
    if isOfEdges {
      notes.insert(
        "edges have it: write it in a block behind the whole edge, 'a -> b { \(name.text) = … }'",
        at: 0)
    }
    return Diagnostic(
      "attribute/unknown", .warning,
      "\(owner.description) has no attribute '\(name.text)'" + didYouMean(near),
      at: name.location, notes: notes,
      fixes: near.map { [.replacing(name.location, with: $0)] } ?? [])
  }

  static func foreignSpelling(
    _ name: SyntaxNode, _ value: SyntaxNode, _ foreign: ForeignSpelling
  ) -> Diagnostic {
    let right = foreign.declaration.name
    var edits = [TextEdit(name.location, right)]
    var example = right
    if let unit = foreign.unit?.symbol, value.kind == .number,
      Measure(value.bytes)?.quantity?.dimension == .number
    {
      edits.append(TextEdit(value.location, value.text + unit))
      example = "\(right) = \(value.text)\(unit)"
    }
    return Diagnostic(
      "attribute/spelling", .warning, "'\(name.text)' is written '\(right)' here",
      at: name.location,
      notes: ["attributes are in kebab case and carry their unit in the value"],
      fixes: [FixIt("write '\(example)'", edits)])
  }

  static func duplicateAttribute(_ attribute: Attribute, first: Attribute) -> Diagnostic {
    Diagnostic(
      "attribute/duplicate", .error, "'\(attribute.name)' is set twice",
      at: attribute.declaration, secondary: [Label(first.declaration, "first set here")])
  }

  static func attributeOfNothing(_ attribute: AttributeSyntax) -> Diagnostic {
    Diagnostic(
      "attribute/of-nothing", .error, "this setting belongs to nothing", at: attribute.location,
      notes: [
        "settings stand in the block of what they describe; a diagram's own in 'diagram { … }'"
      ])
  }

  static func attributeInFlow(_ attribute: AttributeSyntax) -> Diagnostic {
    Diagnostic(
      "attribute/of-nothing", .error, "a flow has no settings of its own",
      at: attribute.location,
      notes: ["a step has: user -> api \"POST\" { takes = 20ms }"])
  }

  static func unknownReference(
    _ node: SyntaxNode, _ declaration: AttributeDeclaration, near: String?
  ) -> Diagnostic {
    Diagnostic(
      "name/unknown-reference", .error,
      "'\(declaration.name)' names '\(node.text)', which is no element" + didYouMean(near),
      at: node.location,
      notes: ["a setting cannot make an element; declare it, as in \(node.text): SERVICE"],
      fixes: near.map { [.replacing(node.location, with: $0)] } ?? [])
  }

  static func wrongReference(
    _ node: SyntaxNode, _ declaration: AttributeDeclaration, _ service: Service,
    _ element: Element
  ) -> Diagnostic {
    Diagnostic(
      "attribute/type", .error,
      "'\(declaration.name)' takes \(declaration.type.description), and '\(element.name)' is "
        + service.shortTitle,
      at: node.location, secondary: [Label(element.declaration, "declared here")])
  }

  static func duplicateHeader(
    _ header: DiagramHeaderSyntax, first: DiagramHeaderSyntax
  ) -> Diagnostic {
    Diagnostic(
      "diagram/duplicate-header", .error, "a diagram has one header", at: header.location,
      secondary: [Label(first.location, "the first is here")])
  }
}
