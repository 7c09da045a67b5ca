import ArchDiagnostics
package import ArchSource
import ArchSyntax
import Synchronization

/// Everything known about services: the bundled ones, and those a diagram declares itself.
///
/// A value that costs nothing to make. A bundled service is parsed when it is first asked for by
/// name.
package struct Catalog: Sendable {
  /// What a name in a diagram leads to.
  package enum Answer: Sendable {
    case service(Service)
    /// The name means several services; their keys.
    case ambiguous([String])
    case unknown
  }

  /// The services that a diagram declares, by key; they hide bundled ones of the same key.
  private var own: [String: Service] = [:]
  /// The aliases of the diagram's own services.
  private var ownAliases: [String: String] = [:]
  /// What the diagram itself lets all elements, edges, headers or steps say.
  private var ownAttributes: [AttributeSubject: [AttributeDeclaration]] = [:]

  package init() {}

  /// Adds a diagram's own service.
  package mutating func add(_ service: Service) {
    own[service.key] = service
    for name in service.aliases + service.variants.map(\.name) { ownAliases[name] = service.key }
  }

  /// Adds attributes that all elements, edges, headers or steps of the diagram may have. A name
  /// that is there already is not added.
  ///
  /// - Returns: The attributes whose names are taken.
  package mutating func add(
    _ attributes: [AttributeDeclaration], to subject: AttributeSubject
  ) -> [AttributeDeclaration] {
    var taken: [AttributeDeclaration] = []
    for attribute in attributes {
      if self.attributes(of: subject).contains(where: { $0.name == attribute.name }) {
        taken.append(attribute)
      } else {
        ownAttributes[subject, default: []].append(attribute)
      }
    }
    return taken
  }

  /// What every element, edge, header or step of the diagram may say.
  package func attributes(of subject: AttributeSubject) -> [AttributeDeclaration] {
    let common = Self.commonAttributes(of: subject)
    return ownAttributes[subject].map { common + $0 } ?? common
  }

  /// Gives the diagram's own services what they inherit, once all of them are added.
  ///
  /// A service that adds to itself adds to the bundled one of that name. Where services add to each
  /// other in a circle, each stays as it is written.
  package mutating func inherit() {
    let written = own
    for service in written.values where service.base != nil {
      own[service.key] = inheriting(service, written: written, below: [service.key])
    }
  }

  private func inheriting(
    _ service: Service, written: [String: Service], below: Set<String>
  ) -> Service {
    guard let key = service.base else { return service }
    if key != service.key, !below.contains(key), let base = written[key] {
      return service.adding(
        to: inheriting(base, written: written, below: below.union([key])))
    }
    guard key == service.key || written[key] == nil, let base = Self.bundled(key) else {
      return service
    }
    return service.adding(to: base)
  }

  /// Finds the service of a name: its key, one of its aliases, or one of its variants. A bundled
  /// service comes without its facts.
  ///
  /// A dot leads from a service to one of its parts, `dynamodb.stream`, or to one of its variants
  /// by the value that the variant sets, `sns.fifo`.
  package func find(_ name: String) -> Answer {
    if let dot = name.firstIndex(of: ".") {
      return find(part: String(name[name.index(after: dot)...]), of: String(name[..<dot]))
    }
    if let service = own[name] ?? ownAliases[name].flatMap({ own[$0] }) {
      return .service(service.named(name))
    }
    let entries = CatalogIndex.bundled.entries(named: name)
    guard entries.count < 2 else { return .ambiguous(entries.map(\.key).sorted()) }
    guard let entry = entries.first else { return find(withoutVendor: name) }
    let service = own[entry.key] ?? Self.loadWithoutFacts(entry)
    return service.map { .service($0.named(name)) } ?? .unknown
  }

  /// Finds `amazon-sqs` and `aws-glue` as `sqs` and `glue`.
  private func find(withoutVendor name: String) -> Answer {
    for vendor in ["amazon-", "aws-"] where name.hasPrefix(vendor) {
      let rest = String(name.dropFirst(vendor.count))
      if case .service(let service) = find(rest), !service.isIndefinite { return .service(service) }
    }
    return .unknown
  }

  private func find(part: String, of name: String) -> Answer {
    guard case .service(let whole) = find(name) else { return .unknown }
    let variant = whole.variants.first { $0.value == .word(part) }
    if let variant { return .service(whole.named(variant.name)) }
    return find("\(whole.key)-\(part.split(separator: ".").joined(separator: "-"))")
  }

  /// The bundled service of a key.
  package static func bundled(_ key: String) -> Service? {
    CatalogIndex.bundled.entries(named: key).first { $0.key == key }.flatMap(load)
  }

  /// The service of a key.
  package func service(_ key: String) -> Service? {
    if case .service(let service) = find(key) { service } else { nil }
  }

  /// The services that the diagram declares, in order of key.
  package var ownServices: [Service] { own.values.sorted { $0.key < $1.key } }

  /// Every service, in order of key.
  package var services: [Service] {
    let bundled = Self.bundledServices.filter { own[$0.key] == nil }
    return (bundled + own.values).sorted { $0.key < $1.key }
  }

  /// Whether there is a service of this key; no file is read to tell.
  package func hasService(_ key: String) -> Bool {
    own[key] != nil || CatalogIndex.bundled.entries(named: key).contains { $0.key == key }
  }

  /// Whether any service states a fact.
  func states(_ fact: String) -> Bool {
    own.values.contains { $0.fact(fact) != nil } || Self.bundledFacts.contains(fact)
  }

  /// The numbers of all bundled facts: read when a service cites one that it does not state itself.
  private static let bundledFacts = Set(bundledServices.flatMap(\.facts).map(\.id))

  /// Every bundled service. Read when all are first asked for, by messages and pages, and kept.
  private static let bundledServices = CatalogIndex.bundled.entries.compactMap(load)

  /// Every key and every alias that means one service, in no particular order, to look for near
  /// names.
  package var names: [String] {
    CatalogIndex.bundled.unambiguousNames + Array(own.keys) + Array(ownAliases.keys)
  }

  /// What a name in a diagram falls back to when nothing is known about it.
  package static let component = Service(
    key: "component", title: "Component",
    declaration: Location(.catalog, .at(0)))

  private static func load(_ entry: CatalogIndex.Entry) -> Service? {
    service(in: file(entry.bytes, name: entry.key))
  }

  /// Reads a service without its facts, which stand last in its file and are half of it: a diagram
  /// needs them only where something is wrong, and then they are in a snapshot.
  ///
  /// It is kept: an editor asks for the same few with every key.
  private static func loadWithoutFacts(_ entry: CatalogIndex.Entry) -> Service? {
    let key = entry.key
    if let known = kept.withLock({ $0.first { $0.key == key } }) { return known }
    guard let service = readWithoutFacts(entry) else { return nil }
    kept.withLock { $0.append(service) }
    return service
  }

  /// The services that have been read without their facts: few, so a list will do.
  private static let kept = Mutex<[Service]>([])

  private static func readWithoutFacts(_ entry: CatalogIndex.Entry) -> Service? {
    let bytes = CatalogIndex.withoutFacts(entry.bytes)
    guard bytes != entry.bytes else { return load(entry) }
    let text = Array(CatalogIndex.bytes[bytes]) + Array("}\n".utf8)
    return service(in: parse(SourceText(name: fileName(entry.key), bytes: text), id: .catalog).file)
  }

  private static func service(in file: FileSyntax) -> Service? {
    for case .service(let syntax) in file.statements { return readService(syntax).service }
    return nil
  }

  private static func fileName(_ key: String) -> String { "catalog/\(key).arch" }

  private static func file(_ bytes: Range<Int>, name: String) -> FileSyntax {
    let source = SourceText(
      name: fileName(name), bytes: Array(CatalogIndex.bytes[bytes]))
    return parse(source, id: .catalog).file
  }

  /// The attributes that every element, edge, header or step may have. Each list is read when it is
  /// first asked for: most diagrams need one of them.
  package static func commonAttributes(of subject: AttributeSubject) -> [AttributeDeclaration] {
    switch subject {
    case .element: elementAttributes
    case .edge: edgeAttributes
    case .diagram: diagramAttributes
    case .step: stepAttributes
    }
  }

  private static let elementAttributes = readCommonAttributes(of: .element)
  private static let edgeAttributes = readCommonAttributes(of: .edge)
  private static let diagramAttributes = readCommonAttributes(of: .diagram)
  private static let stepAttributes = readCommonAttributes(of: .step)

  private static let commonFile = file(CatalogIndex.bundled.common, name: "common")

  private static func readCommonAttributes(of subject: AttributeSubject) -> [AttributeDeclaration] {
    for case .attributes(let syntax) in commonFile.statements
    where syntax.name?.text == subject.rawValue {
      return readAttributesDeclaration(syntax).attributes
    }
    return []
  }

  /// The text of a bundled service's file, for "go to definition" and documentation.
  package static func text(of key: String) -> SourceText? {
    guard let entry = CatalogIndex.bundled.entries.first(where: { $0.key == key }) else {
      return nil
    }
    return SourceText(
      name: "catalog/\(key).arch", bytes: Array(CatalogIndex.bytes[entry.bytes]))
  }
}

/// What an `attributes` declaration is about.
package enum AttributeSubject: String, Sendable, Hashable, CaseIterable {
  case element, edge, diagram, step
}

extension SourceID {
  /// Stands for the bundled catalog in the places of its declarations, which belong to no diagram.
  package static let catalog = SourceID(-1)
}
