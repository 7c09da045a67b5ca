import ArchCatalog
import ArchLint
import ArchModel
import Testing

private let programs: [String] = RuleCase.all.flatMap { rule in
  rule.rule.documentation.bad + rule.rule.documentation.good
}

/// The elements and edges of a model as sorted lines, without names and places.
private func substance(_ model: Model) -> [String] {
  func attributes(_ list: [Attribute]) -> String {
    list.map { attribute in
      let targets = attribute.targets.map { model.service(of: $0).key }
      return "\(attribute.name) = \(targets.isEmpty ? "\(attribute.value)" : "\(targets)")"
    }.joined(separator: "; ")
  }
  let elements = model.elements.map { element in
    "\(model.services[element.service].key) { \(attributes(element.attributes)) }"
  }
  let edges = model.connections.map { edge in
    // A line without direction has no first end.
    var ends = [edge.source, edge.target].map { model.service(of: $0).key }
    if edge.arrow == .association { ends.sort() }
    let attributes = attributes(edge.attributes)
    return "\(ends) \(edge.arrow) \(edge.kind) \(edge.isBidirectional) \(edge.label ?? "") "
      + "{ \(attributes) }"
  }
  return (elements.sorted() + edges.sorted() + model.flows.map { "flow \($0.steps.count)" })
}

private func model(_ program: ProgramText) -> Model { resolve(program.program).model }

@Test(arguments: [Mutation.imported, .importedUnderName, .reversed, .reordered])
func `A variation has the same elements and edges`(mutation: Mutation) {
  for text in programs {
    guard let mutant = mutation.applied(to: text) else { continue }
    let before = substance(model(ProgramText(root: text)))
    #expect(substance(model(mutant)) == before, "\(mutant)")
  }
}

@Test func `Nesting adds two groups and nothing else`() {
  for text in programs {
    let before = substance(model(ProgramText(root: text)))
    let mutant = ProgramText(root: nested(text))
    let after = substance(model(mutant))
    let groups = ["group {  }", "group {  }"]
    #expect(after.sorted() == (before + groups).sorted(), "\(mutant)")
  }
}

@Test func `Renaming back gives the same model`() {
  var changed = 0
  for text in programs {
    let before = model(ProgramText(root: text)).dump()
    let after = model(ProgramText(root: renamed(text))).dump()
    if after != before { changed += 1 }
    let back = after.replacing(/x-([\w-]+?)-27\b/) { $0.output.1 }
    #expect(back == before, "\(renamed(text))")
  }
  #expect(changed > programs.count / 2)
}

@Test func `Turning arrows round twice only takes declarations out of them`() {
  let text = """
    a: sqs "Jobs" { retention = 1d } -> b: lambda "Worker" { timeout = 3s } -> c, d: s3 "note"
    lambda "Mailer" { eu: group { e -> f "x" { kind = dns } } } ~> "Mobile app" "shout"
    flow "Story" { a -> b }

    """
  let once = """
    a: sqs "Jobs" { retention = 1d }
    b: lambda "Worker" { timeout = 3s }
    d: s3 "note"
    c, d <- b <- a
    lambda "Mailer" { eu: group { f <- e "x" { kind = dns } } }
    "Mobile app" <~ "Mailer" "shout"
    flow "Story" { a -> b }

    """
  #expect(reversed(text) == once)
  #expect(reversed(reversed(once)) == once)
}
