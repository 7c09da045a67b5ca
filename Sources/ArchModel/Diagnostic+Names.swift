import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// What is said about names.
extension Diagnostic {
  static func unknownName(_ name: String, near: String?, at location: Location) -> Diagnostic {
    Diagnostic(
      "name/unknown", .warning, "unknown name '\(name)'" + didYouMean(near), at: location,
      notes: [
        "nothing declares it and the catalog does not know it; "
          + "declare it to say what it is: \(name): SERVICE"
      ],
      fixes: near.map { [.replacing(location, with: $0)] } ?? [])
  }

  static func unknownService(_ node: SyntaxNode, near: String?) -> Diagnostic {
    Diagnostic(
      "service/unknown", .warning, "unknown service '\(node.text)'" + didYouMean(near),
      at: node.location,
      notes: [
        "'archc list services' shows what the catalog knows, and "
          + "'service \(node.text) \"…\" { … }' declares one of your own"
      ],
      fixes: near.map { [.replacing(node.location, with: $0)] } ?? [])
  }

  static func ambiguousService(_ node: SyntaxNode, _ keys: [String]) -> Diagnostic {
    Diagnostic(
      "service/ambiguous", .error, "'\(node.text)' could be \(keys.alternatives)",
      at: node.location,
      notes: ["the short name means several services; write the one you mean"],
      fixes: keys.map { .replacing(node.location, with: $0) })
  }

  static func ambiguousName(
    _ name: String, at location: Location, _ candidates: [(path: String, declaration: Location)]
  ) -> Diagnostic {
    Diagnostic(
      "name/ambiguous", .error,
      "'\(name)' could be \(candidates.map(\.path).alternatives)", at: location,
      secondary: candidates.map { Label($0.declaration, "'\($0.path)' is declared here") },
      notes: ["several elements bear this name and none of them is in scope here"],
      fixes: candidates.map { .replacing(location, with: $0.path) })
  }

  static func namespaceAsElement(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "name/not-an-element", .error, "'\(node.text)' is the name of an import",
      at: node.location, notes: ["name an element of it: \(node.text).NAME"])
  }

  static func unknownPath(_ reference: ReferenceSyntax, at token: Int) -> Diagnostic {
    let tree = reference.node.tree
    return Diagnostic(
      "name/unknown-path", .error,
      "'\(reference.text)' leads nowhere: there is no '\(tree.text(ofToken: token))' here",
      at: tree.location(ofToken: token),
      notes: ["each name after a dot stands inside the element before the dot"])
  }

  static func duplicateName(_ element: Element, first: Location?) -> Diagnostic {
    Diagnostic(
      "name/duplicate", .error, "'\(element.name)' is declared twice", at: element.declaration,
      secondary: first.map { [Label($0, "first declared here")] } ?? [],
      notes: ["names are unique within their container; give one of them another name"])
  }

  static func duplicateFlow(_ flow: Flow, first: Flow) -> Diagnostic {
    Diagnostic(
      "name/duplicate", .error, "two flows are called '\(flow.name ?? "")'", at: flow.declaration,
      secondary: [Label(first.declaration, "the first is here")],
      notes: ["a flow is chosen by its name; give one of them another"])
  }

  static func duplicateService(_ service: Service, first: Location) -> Diagnostic {
    Diagnostic(
      "service/duplicate", .error, "the service '\(service.key)' is declared twice",
      at: service.declaration, secondary: [Label(first, "first declared here")],
      notes: ["what an element means must not depend on which of them is read last"])
  }

  static func duplicateNamespace(_ name: SyntaxNode, first: Location?) -> Diagnostic {
    Diagnostic(
      "name/duplicate", .error, "'\(name.text)' is already the name of something else",
      at: name.location, secondary: first.map { [Label($0, "first declared here")] } ?? [])
  }

  static func qualifiedDeclaration(_ reference: ReferenceSyntax) -> Diagnostic {
    Diagnostic(
      "name/qualified-declaration", .error,
      "'\(reference.text)' cannot be declared by its path", at: reference.location,
      notes: ["declare it inside its container; a path only refers to what stands there"])
  }

  /// Networks in the wrong order mean nothing that can be drawn; what is reached from everywhere is
  /// only drawn too deep: a bucket in a subnet hides how it is reached, a distribution in a Region
  /// merely says that somebody runs it from there.
  static func misplaced(
    _ element: Element, _ service: Service, _ container: Element, _ holder: Service
  ) -> Diagnostic {
    let places = service.standsIn ?? []
    let isStructure = service.look.map { $0 != "plain" } ?? false
    let severity: Severity =
      isStructure || !holder.isPlace ? .error : holder.look == "region" ? .hint : .warning
    return Diagnostic(
      "container/misplaced", severity,
      "'\(element.name)' (\(service.shortTitle)) "
        + (severity == .error ? "cannot stand in" : "does not belong in")
        + " '\(container.name)' (\(holder.shortTitle))",
      at: element.declaration,
      secondary: [Label(container.declaration, "the container is declared here")],
      notes: [
        places.isEmpty
          ? "\(service.shortTitle) stands outside all containers"
          : "\(service.shortTitle) stands in \(places.alternatives), or outside all containers"
      ])
  }

  // MARK: Limits

  static func tooManyElements(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      "limit/elements", .error, "a diagram has at most \(limit) elements", at: location,
      notes: ["split it, or raise the limits with --large"])
  }

  static func tooManyConnections(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      "limit/edges", .error, "a diagram has at most \(limit) edges", at: location,
      notes: ["a fan joins each element before the arrow with each one behind it"])
  }

  static func tooManyReadings(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      "limit/imports", .error, "the files of a diagram are read at most \(limit) times",
      at: location, notes: ["a file imported under several names is read once for each"])
  }

  static func containersTooDeep(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      "limit/containers", .error, "containers stand at most \(limit) deep in one another",
      at: location)
  }

  static func nameTooLong(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic("limit/name", .error, "a name has at most \(limit) bytes", at: location)
  }

  static func labelTooLong(limit: String, at location: Location) -> Diagnostic {
    Diagnostic("limit/label", .error, "a label has at most \(limit)", at: location)
  }
}

extension FixIt {
  /// A fix that puts another name where one stands. It guesses, so it is never applied unasked.
  static func replacing(_ location: Location, with name: String) -> FixIt {
    FixIt("write '\(name)'", [TextEdit(location, name)], isSafe: false)
  }
}

/// The question behind a message about an unknown name.
func didYouMean(_ near: String?) -> String {
  near.map { "; did you mean '\($0)'?" } ?? ""
}

extension Service {
  /// Whether it is a place for others, such as a network or a Region.
  fileprivate var isPlace: Bool { category == "group" }
}
