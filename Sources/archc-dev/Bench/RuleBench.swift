import ArchCatalog
import ArchLint
import ArchModel
import ArchSource
import ArchSyntax

/// What each rule costs on a large diagram that gives every rule something to look at: the mended
/// examples of all rules, again and again, with edges from each copy to others of its kind. Small
/// diagrams hold too few copies of each for all the edges asked for.
struct RuleBench {
  /// The parts of checking and their times in seconds, the slowest first.
  var costs: [RuleTimings.Entry]
  var elements: Int
  var edges: Int
  var findings: Int

  /// All rules together, in seconds: without reading their texts, which is done once.
  var total: Double {
    costs.filter { $0.name.contains("/") || $0.name == "graph" }.reduce(0) { $0 + $1.seconds }
  }

  init(elements: Int, edges: Int) {
    let programs = RuleBook.bundled.flatMap(\.documentation.good).map(Example.init)
      .filter { $0.isDeclared }
    let program = Self.program(of: programs, elements: elements, edges: edges)
    let resolved = resolve(program, limits: Self.limits)
    self.elements = resolved.model.elements.count
    self.edges = resolved.model.connections.count
    var best: [String: Double] = [:]
    findings = 0
    for _ in 0..<7 {
      var timings = RuleTimings(isOn: true)
      findings = lint(program, resolved, timings: &timings).count
      for entry in timings.entries {
        best[entry.name] = min(best[entry.name] ?? .infinity, entry.seconds)
      }
    }
    costs = best.map { RuleTimings.Entry(name: $0.key, seconds: $0.value) }
      .sorted { ($1.seconds, $0.name) < ($0.seconds, $1.name) }
  }

  /// Every copy is an import.
  private static let limits: Limits = {
    var limits = Limits.unbounded
    limits.files = 1_000_000
    return limits
  }()

  /// One example, and what copies of it can be joined by.
  private struct Example {
    var text: String
    var elements: [String]
    var edges: [(source: String, target: String)]
    /// Whether it declares all its elements: those only mentioned would be one in all copies.
    var isDeclared: Bool

    init(_ text: String) {
      self.text = text
      let source = SourceText(name: "example.arch", text)
      let model = resolve(RuleBench.load(source, importing: [:])).model
      isDeclared = !model.elements.isEmpty && !model.elements.contains(where: \.isImplicit)
      elements = model.elements.indices.map { model.path(of: ElementID($0)) }
      edges = model.connections.filter { $0.arrow != .association && $0.source != $0.target }
        .map { (model.path(of: $0.source), model.path(of: $0.target)) }
    }
  }

  /// A file that imports every example under many names, and joins each copy with the next.
  private static func program(of examples: [Example], elements: Int, edges: Int) -> Program {
    var text = ""
    var files: [String: SourceText] = [:]
    var elementsLeft = elements
    var edgesLeft = edges
    var copies: [(name: String, example: Int)] = []
    while elementsLeft > 0 {
      let example = copies.count % examples.count
      let name = "c\(copies.count)"
      let file = "e\(example).arch"
      files[file] = SourceText(name: file, examples[example].text)
      text += "import \"\(file)\" as \(name)\n"
      copies.append((name, example))
      elementsLeft -= examples[example].elements.count
      edgesLeft -= examples[example].edges.count
    }
    var step = examples.count
    while edgesLeft > 0, step < copies.count {
      for (index, copy) in copies.enumerated() where index + step < copies.count && edgesLeft > 0 {
        for edge in examples[copy.example].edges {
          text += "\(copy.name).\(edge.source) -> \(copies[index + step].name).\(edge.target)\n"
          edgesLeft -= 1
        }
      }
      step += examples.count
    }
    return load(SourceText(name: "bench.arch", text), importing: files)
  }

  private static func load(_ source: SourceText, importing files: [String: SourceText]) -> Program {
    loadProgram(ImportedSource(identity: source.name, source: source), limits: limits) {
      (path, _) throws(ImportFailure) in
      guard let file = files[path] else { throw ImportFailure("examples import nothing") }
      return ImportedSource(identity: path, source: file)
    }
  }
}
