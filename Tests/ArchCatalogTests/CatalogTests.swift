import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

/// One bundled file and what a full parse of it says.
private struct CatalogFile: Sendable, CustomTestStringConvertible {
  var name: String
  var parsed: ParsedSource

  var testDescription: String { name }

  var services: [(service: Service?, problems: [Diagnostic])] {
    parsed.file.statements.compactMap { statement in
      guard case .service(let syntax) = statement else { return nil }
      return readService(syntax)
    }
  }

  var service: Service? { services.first?.service }
}

private let files = repositorySources()
  .filter { $0.path.hasPrefix("Sources/CArchCatalog/services/") }
  .map { source in
    let name = source.path.split(separator: "/").last?.dropLast(".arch".count) ?? ""
    return CatalogFile(
      name: String(name), parsed: parse(SourceText(name: source.path, bytes: source.bytes)))
  }

private let serviceFiles = files.filter { $0.name != "common" }
private let services = serviceFiles.compactMap(\.service)

// MARK: Files

@Test(arguments: files)
private func `A file of the catalog is without mistakes`(file: CatalogFile) throws {
  #expect(file.parsed.diagnostics == [])
  #expect(file.services.flatMap(\.problems) == [])
  for case .attributes(let syntax) in file.parsed.file.statements {
    #expect(readAttributesDeclaration(syntax).problems == [])
    #expect(readAttributesDeclaration(syntax).subject.flatMap(AttributeSubject.init) != nil)
  }
}

@Test(arguments: serviceFiles)
private func `A file declares the one service it is named after`(file: CatalogFile) {
  #expect(Array(file.parsed.file.statements).count == 1)
  #expect(file.services.compactMap(\.service?.key) == [file.name])
}

@Test(arguments: serviceFiles)
private func `The catalog finds what the whole file says`(file: CatalogFile) throws {
  let service = try #require(file.service)
  let found = try #require(Catalog().service(file.name))
  #expect(found.title == service.title)
  #expect(found.aliases == service.aliases)
  #expect(found.attributes.map(\.name) == service.attributes.map(\.name))
  #expect(Catalog.text(of: file.name)?.bytes == file.parsed.tree.source.bytes)
  for alias in service.aliases {
    switch Catalog().find(alias) {
    case .service(let other): #expect(other.key == file.name)
    case .ambiguous(let keys): #expect(keys.contains(file.name))
    case .unknown: Issue.record("'\(alias)' leads nowhere")
    }
  }
}

@Test func `The catalog lists every file's service, sorted, and offers no name that is ambiguous`()
{
  #expect(Catalog().services.map(\.key) == serviceFiles.map(\.name).sorted())
  let names = Set(services.flatMap { [$0.key] + $0.aliases + $0.variants.map(\.name) })
  #expect(Set(Catalog().names) == names.subtracting(["cf", "eb", "sg", "sm"]))
  #expect(Catalog.text(of: "common") == nil)
  #expect(Catalog().service("no-such-service") == nil)
}

// MARK: Names

@Test func `Only four short names mean several services`() {
  var keysByName: [String: [String]] = [:]
  for service in services {
    for name in [service.key] + service.aliases + service.variants.map(\.name) {
      keysByName[name, default: []].append(service.key)
    }
  }
  let several = keysByName.filter { $0.value.count > 1 }.mapValues { $0.sorted() }
  #expect(
    several == [
      "cf": ["cloudformation", "cloudfront"], "eb": ["elastic-beanstalk", "eventbridge"],
      "sg": ["security-group", "storage-gateway"], "sm": ["sagemaker", "secrets-manager"],
    ])
  for (name, keys) in several {
    guard case .ambiguous(let found) = Catalog().find(name) else {
      Issue.record("'\(name)' is not ambiguous")
      continue
    }
    #expect(found == keys)
  }
}

@Test func `Traits are no names of services`() {
  let names = Set(services.flatMap { [$0.key] + $0.aliases })
  let traits = Set(services.flatMap(\.traits))
  #expect(names.intersection(traits).sorted() == [])
}

@Test(arguments: serviceFiles)
private func `Names are single words in kebab case`(file: CatalogFile) throws {
  let service = try #require(file.service)
  for name in [service.key] + service.aliases + service.traits + service.attributes.map(\.name) {
    #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(name)")
  }
  #expect(Set(service.aliases).count == service.aliases.count)
  #expect(!service.aliases.contains(service.key))
}

@Test(arguments: serviceFiles)
private func `Names in a clause are sorted`(file: CatalogFile) throws {
  let service = try #require(file.service)
  for clause in service.connections { #expect(clause.others == clause.others.sorted()) }
  for names in [service.standsIn ?? [], service.contains, service.traits] {
    #expect(names == names.sorted())
  }
}

// MARK: Words

@Test(arguments: serviceFiles)
private func `Categories, looks and kinds are known to the picture`(file: CatalogFile) throws {
  let service = try #require(file.service)
  #expect(Vocabulary.categories.contains(service.category))
  #expect(service.icon.map(IconNames.contains) == true, "every service says its icon")
  if let look = service.look { #expect(Vocabulary.looks.contains(look)) }
  #expect((service.look != nil) == (service.category == "group"))
  let kinds = Catalog.commonAttributes(of: .edge).first { $0.name == "kind" }
  guard case .enumeration(let words)? = kinds?.type else {
    Issue.record("an edge has no kind")
    return
  }
  for clause in service.connections { #expect(clause.kind.map(words.contains) ?? true) }
}

@Test(arguments: serviceFiles)
private func `What a service says of itself is complete`(file: CatalogFile) throws {
  let service = try #require(file.service)
  #expect(isSentence(service.summary), "\(service.summary)")
  #expect(service.title.first?.isUppercase == true)
  if let link = service.link { #expect(link.hasPrefix("https://")) }
  guard !service.isGeneric, service.title != service.shortTitle else { return }
  #expect(service.link != nil && !service.source.isEmpty)
}

/// Whether a text is one sentence: a capital, one full stop, at its end.
private func isSentence(_ text: String) -> Bool {
  text.first.map { $0.isUppercase || $0.isNumber } == true && text.hasSuffix(".")
    && !text.contains(/[.!?] +\p{Lu}/) && !text.contains("\n")
}

@Test(arguments: serviceFiles)
private func `Attributes are declared once, explained, and have defaults in their range`(
  file: CatalogFile
) throws {
  let service = try #require(file.service)
  let common = Catalog.commonAttributes(of: .element)
  var names = Set(common.flatMap { [$0.name] + $0.alternatives })
  for attribute in service.attributes {
    for name in [attribute.name] + attribute.alternatives {
      #expect(names.insert(name).inserted, "\(name) is declared twice")
    }
    expectSound(attribute)
  }
  let own = Set((service.attributes + common).map(\.name))
  #expect(service.shows.filter { !own.contains($0) } == [])
}

private func expectSound(_ attribute: AttributeDeclaration) {
  #expect(isSentence(attribute.summary), "\(attribute.name): \(attribute.summary)")
  #expect((attribute.defaultText == nil) == (attribute.defaultValue == nil))
  if let amount = attribute.defaultValue?.magnitude, let bounds = attribute.bounds {
    #expect(bounds.contains(amount))
  }
  if attribute.bounds != nil { #expect(attribute.type.dimension != nil) }
  if case .enumeration(let words) = attribute.type {
    #expect(words.count > 1 && Set(words).count == words.count)
    if case .word(let word)? = attribute.defaultValue { #expect(words.contains(word)) }
  }
}

@Test(arguments: AttributeSubject.allCases)
func `What every element, edge, header and step may say is declared once and explained`(
  subject: AttributeSubject
) {
  let attributes = Catalog.commonAttributes(of: subject)
  #expect(!attributes.isEmpty)
  let names = attributes.flatMap { [$0.name] + $0.alternatives }
  #expect(Set(names).count == names.count)
  attributes.forEach(expectSound)
}

// MARK: Services of one's own

private func ownService(_ text: String) throws -> Service {
  let parsed = parse(SourceText(name: "own.arch", text))
  let service = CatalogFile(name: "own", parsed: parsed).service
  return try #require(service)
}

@Test func `A service of one's own hides the bundled one under all its names`() throws {
  var catalog = Catalog()
  catalog.add(try ownService("service sqs \"House queue\" { aliases = [hq] }"))
  #expect(catalog.service("sqs")?.title == "House queue")
  #expect(catalog.service("hq")?.title == "House queue")
  #expect(catalog.service("queue")?.title == "House queue")
  #expect(catalog.services.map(\.key) == serviceFiles.map(\.name).sorted())
}

@Test func `A name of one's own settles an ambiguous one`() throws {
  var catalog = Catalog()
  catalog.add(try ownService("service ledger \"Ledger\" { aliases = [sm, s3] }"))
  #expect(catalog.service("sm")?.key == "ledger")
  #expect(catalog.service("s3")?.key == "ledger")
  #expect(catalog.names.contains("ledger"))
  #expect(catalog.services.map(\.key) == catalog.services.map(\.key).sorted())
}
