import ArchCatalog
import ArchModel
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

@Test func `One line is a program`() {
  let model = model("user -> cloudfront -> s3\n")
  #expect(model.boxes == ["user: user", "cloudfront: cloudfront", "s3: s3"])
  #expect(model.elements.map(\.label) == ["User", "CloudFront", "S3"])
  #expect(model.connections.count == 2)
}

@Test func `An empty text is an empty diagram`() {
  #expect(model("").dump() == "\n")
}

@Test func `What the text does not say, the catalog does`() throws {
  let model = model("q: sqs { retention = 1d }\n")
  let queue = ElementID(0)
  #expect(model.value(of: "retention", in: queue) == .duration(seconds: 86_400))
  #expect(model.value(of: "visibility-timeout", in: queue) == .duration(seconds: 30))
  #expect(model.value(of: "muted", in: queue) == .boolean(false))
  #expect(model.value(of: "dlq", in: queue) == nil)
  #expect(model.value(of: "nonsense", in: queue) == nil)
}

@Test func `An element knows what stands in it, at any depth`() {
  let model = model("a: group { b: group { c: sqs }; d: sqs }\ne: sqs\n")
  let names = { (ids: ArraySlice<ElementID>) in ids.map { model[$0].name } }
  let byName = Dictionary(
    uniqueKeysWithValues: model.elements.enumerated().map { ($1.name, ElementID($0)) })
  guard let a = byName["a"], let b = byName["b"], let c = byName["c"], let e = byName["e"] else {
    Issue.record("an element is missing")
    return
  }
  #expect(names(model.children(of: nil)) == ["a", "e"])
  #expect(names(model.children(of: a)) == ["b", "d"])
  #expect(model.children(of: c).isEmpty)
  #expect(model.isInside(c, a) && model.isInside(c, b) && model.isInside(b, a))
  #expect(!model.isInside(a, a) && !model.isInside(e, a) && !model.isInside(a, c))
  #expect(model.path(of: c) == "a.b.c")
}

@Test func `Edges are in the order of the text`() {
  let model = model("user -> page: group { a: app -> b: app } -> s3\n")
  #expect(
    model.edges == [
      "user -> page: request", "page.a -> page.b: request", "page -> s3: request",
    ])
}

@Test func `A number beyond all measure is refused`() {
  let number = String(repeating: "9", count: 400)
  #expect(
    problems("f: lambda { reserved-concurrency = \(number) }\n") == [
      "attribute/type at \(number)"
    ])
}

@Test func `A service that several elements have is held once`() {
  let model = model("a: sqs; b: queue; a -> lambda; user -> ddb -> dynamodb\n")
  #expect(model.services.map(\.key).sorted() == ["component", "dynamodb", "lambda", "sqs", "user"])
}

@Test func `An editor finds the element behind each name`() {
  let program = program("a: sqs\nshop: group { a: lambda; a -> user }\nshop.a -> a\n")
  let resolved = resolve(program)
  let tree = program.files[0].parsed.tree
  var found: [String] = []
  for index in 0..<tree.nodeCount {
    let node = SyntaxNode(tree: tree, index: index)
    guard node.kind == .element, let id = resolved.bindings.element(of: node) else { continue }
    found.append(resolved.model.path(of: id))
  }
  #expect(found == ["a", "shop", "shop.a", "shop.a", "shop.user", "shop.a", "a"])
}

@Test func `The name of a label can be written in a text`() {
  var random = SplitMix64(seed: 3)
  let alphabet = Array("aZ09 _-.éßİǅ½²Ⓐ中\u{301}·→\"#{}\u{200D}👩‍🚀\u{AD}".unicodeScalars)
  for _ in 0..<2_000 {
    let count = Int.random(in: 0...6, using: &random)
    let scalars = (0..<count).compactMap { _ in alphabet.randomElement(using: &random) }
    let label = String(String.UnicodeScalarView(scalars))
    let name = kebabCase(label)
    let tokens = parse(SourceText(name: "", name)).tree.tokens
    let isName = tokens.count == 2 && tokens.kind(0) == .identifier
    #expect(isName, "the label '\(label)' has the name '\(name)'")
    guard isName else { return }
    #expect(kebabCase(name) == name)
  }
}

@Test(arguments: [
  ("Orders", "orders"), ("Order queue (EU)", "order-queue-eu"), ("  a  --  b ", "a-b"),
  ("3 tiers", "_3-tiers"), ("", "element"), ("→", "element"), ("Über uns", "über-uns"),
  ("snake_case", "snake_case"),
])
func `A label becomes a name in kebab case`(label: String, name: String) {
  #expect(kebabCase(label) == name)
}
