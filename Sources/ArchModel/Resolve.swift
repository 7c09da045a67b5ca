package import ArchCatalog
package import ArchDiagnostics
import ArchSource
package import ArchSyntax

/// A model, and what was wrong with what the text means.
package struct ResolvedModel: Sendable {
  package var model: Model
  package var diagnostics: [Diagnostic]
  /// The catalog with the services that the diagram declares.
  package var catalog: Catalog
  /// Which element each `element` node of each file stands for, for editors.
  package var bindings: Bindings
}

/// Gives a program its meaning: names resolved inside out whatever the order of the text,
/// elements that are only mentioned made, attributes typed, containers and limits checked.
///
/// The model holds whatever could be understood, also where there are errors. Takes time linear
/// in the size of the text.
package func resolve(
  _ program: Program, catalog: Catalog = Catalog(), limits: Limits = .standard
) -> ResolvedModel {
  var resolver = Resolver(program: program, catalog: catalog, limits: limits)
  resolver.readOwnServices()
  resolver.collect()
  resolver.bindMentions()
  resolver.makeImplicitElements()
  resolver.readHeaders()
  resolver.readElementAttributes()
  resolver.connectElements()
  resolver.readFlows()
  resolver.checkContainers()
  resolver.model.indexChildren()
  return ResolvedModel(
    model: resolver.model, diagnostics: resolver.diagnosticsOnce, catalog: resolver.catalog,
    bindings: Bindings(readings: resolver.readings))
}

/// Which element the nodes of a program stand for.
package struct Bindings: Sendable {
  fileprivate let readings: [Reading]

  /// The element that an `element` node declares or mentions.
  package func element(of node: SyntaxNode) -> ElementID? {
    let reading = readings.first { $0.tree === node.tree }
    return reading.flatMap { $0.element(of: node) }
  }
}

/// One reading of one file: the file, and the scope its names go to. A file imported under two
/// names is read twice.
struct Reading: Sendable {
  let tree: SyntaxTree
  let file: Int
  let scope: Int
  /// The element that each node stands for, by index, or `unbound`.
  var bindings: [Int32]

  static let unbound: Int32 = -1

  func element(of node: SyntaxNode) -> ElementID? {
    let binding = bindings[node.index]
    return binding >= 0 ? ElementID(Int(binding)) : nil
  }

  func node(_ index: Int32) -> SyntaxNode { SyntaxNode(tree: tree, index: Int(index)) }
}

/// The names of one block, of the file, or of what an import brings under a name.
struct Scope {
  var parent: Int?
  var depth: Int
  /// The element whose block it is.
  var element: ElementID?
  /// The name of the import it is.
  var namespace: String?
  /// Where the import gets that name.
  var declaration: Location?
}

/// An element that is mentioned and declared nowhere.
struct PendingElement {
  /// The innermost scope around all mentions.
  var scope: Int
  /// Whether a statement of its own says where it stands, whatever mentions there are.
  var isPlaced = false
  var symbol: Int
  var label: String?
  /// Index in `Model.services`, or nil for an unknown name.
  var service: Int?
  var declaration: Location
}

/// The state of resolving; each pass has a file of its own.
struct Resolver {
  let program: Program
  var catalog: Catalog
  let limits: Limits
  var model = Model()
  var diagnostics: [Diagnostic] = []

  var symbols: SymbolTable
  var readings: [Reading] = []
  var scopes = [Scope(parent: nil, depth: 0, element: nil, namespace: nil)]
  /// What a name means in a scope: an element's index, or below zero the scope of an import.
  var names: [UInt64: Int32] = [:]
  /// The scope of each element's block.
  var blockScopes: [Int32] = []
  /// The symbol of each element's name.
  var elementSymbols: [Int32] = []
  /// For each symbol how many declared elements bear it, and the first of them.
  var declarations: [(count: Int32, first: Int32)] = []

  // What the one walk over the trees notes, for the passes after it.
  var mentions: [Mention] = []
  var hops: [HopRecord] = []
  /// The operands of all hops; a hop names two ranges of it.
  var ends: [End] = []
  var blocks: [BlockRecord] = []
  var flowNodes: [(reading: Int, flow: FlowSyntax)] = []

  var pending: [PendingElement] = []
  /// The pending element of a symbol.
  var pendingBySymbol: [Int?] = []
  /// What the catalog says of a symbol, asked once.
  var catalogAnswers: [CatalogAnswer?] = []
  // What was found out about pairs of services, and about services.
  /// Indices in `kinds`.
  var kindsByServices: [UInt64: Int32] = [:]
  var kinds: [String] = []
  /// 1 where the first service may stand in the second, else 0.
  var placementsByServices: [UInt64: Int32] = [:]
  var ownersByService: [AttributeOwner?] = []
  /// How many near names may still be looked for: the search reads all names.
  var suggestionsLeft = 100
  var hasReportedElementLimit = false
  var hasReportedConnectionLimit = false
  var hasReportedReadingLimit = false

  /// What the catalog says of a name.
  enum CatalogAnswer {
    /// Index in `Model.services`.
    case service(Int)
    case ambiguous([String])
    case unknown
  }

  init(program: Program, catalog: Catalog, limits: Limits) {
    self.program = program
    self.catalog = catalog
    self.limits = limits
    let tokens = program.files.reduce(0) { $0 + $1.parsed.tree.nodeCount }
    symbols = SymbolTable(capacity: tokens / 16)
  }

  /// The problems, each once: a file that is read under several names has each of them several
  /// times.
  var diagnosticsOnce: [Diagnostic] {
    guard readings.count > program.files.count else { return diagnostics }
    var seen: Set<Said> = []
    return diagnostics.filter { diagnostic in
      seen.insert(
        Said(
          location: diagnostic.primary.location, id: diagnostic.id, message: diagnostic.message)
      ).inserted
    }
  }

  /// What makes a problem the same as another.
  private struct Said: Hashable {
    let location: Location
    let id: DiagnosticID
    let message: String
  }

  // MARK: Names

  /// The symbol of a token's text.
  mutating func symbol(ofToken token: Int, in tree: SyntaxTree) -> Int {
    symbols.symbol(tree.bytes(ofToken: token))
  }

  func key(_ scope: Int, _ symbol: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: scope)) << 32 | UInt64(UInt32(truncatingIfNeeded: symbol))
  }

  /// What a name means in a scope or the ones around it.
  func lookUp(_ symbol: Int, from scope: Int) -> Int32? {
    var current: Int? = scope
    while let scope = current {
      if let found = names[key(scope, symbol)] { return found }
      current = scopes[scope].parent
    }
    return nil
  }

  /// How many declared elements of the whole diagram bear a name, and the first of them.
  func declared(_ symbol: Int) -> (count: Int32, first: Int32) {
    symbol < declarations.count ? declarations[symbol] : (0, -1)
  }

  /// Asks the catalog about a name, once for each name.
  mutating func askCatalog(_ symbol: Int) -> CatalogAnswer {
    if let answer = catalogAnswers.value(at: symbol) { return answer }
    let answer: CatalogAnswer
    switch catalog.find(symbols.names[symbol]) {
    case .service(let service): answer = .service(index(of: service))
    case .ambiguous(let keys): answer = .ambiguous(keys)
    case .unknown: answer = .unknown
    }
    catalogAnswers.store(answer, at: symbol)
    return answer
  }

  private mutating func index(of service: Service) -> Int {
    let known = model.services.firstIndex {
      $0.key == service.key && $0.variant == service.variant
    }
    if let known { return known }
    model.services.append(service)
    return model.services.count - 1
  }

  /// The name nearest to an unknown one, among elements, services or both.
  mutating func nearName(
    to name: String, amongElements: Bool = true, amongServices: Bool = true
  ) -> String? {
    guard suggestionsLeft > 0 else { return nil }
    suggestionsLeft -= 1
    let elements = amongElements ? model.elements.filter { !$0.isImplicit }.map(\.name) : []
    return nearest(to: name, among: elements + (amongServices ? catalog.names : []))
  }
}
