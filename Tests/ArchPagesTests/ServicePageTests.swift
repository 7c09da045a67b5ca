import ArchCatalog
import ArchPages
import ArchSource
import ArchSyntax
import Testing

/// The page of the first service of a text.
private func page(_ text: String) throws -> Page {
  var catalog = Catalog()
  var keys: [String] = []
  for case .service(let syntax) in parse(SourceText(name: "own.arch", text)).file.statements {
    let (service, problems) = readService(syntax)
    #expect(problems == [])
    if let service { catalog.add(service) }
    keys += service.map { [$0.key] } ?? []
  }
  catalog.inherit()
  let service = try #require(keys.first.flatMap(catalog.service))
  let snapshot = CatalogSnapshot(catalog)
  return servicePage(service, in: snapshot, FactHolders(snapshot, []))
}

private let thing = """
  service zz-thing "AWS ZZ Thing" {
    category = integration
    aliases = [zzt]
    summary = "Passes on what it gets."
    link = "https://zz.example/thing"
    source = "handbook, chapter 3"
    status = sunset
    since = "2025-06"
    ends = "2026-10"
    instead = [zz-other]
    variant zz-strict type = strict
    attribute type: plain | strict = plain
    attribute wait: duration 0s..20s = 1s "How long." where type == plain [ZT-01]
    limit wait 0s..5s = 2s where type == strict [ZT-01]
    stands in zz-place
    sends to zz-far as event async where source.type == plain "Only so." [ZT-01]
    never sends to zz-near "It does not listen."
    closed [ZT-01]
    fact ZT-01 "It passes on." {
      source = "handbook"; before = "until 2020: not"; unverified = true
    }
    fact ZT-02 "Nobody knows." { note = "no diagram says" }
  }
  service zz-other { sends to zz-thing as poll polled }
  service zz-far {}
  service zz-near {}
  service zz-place { category = group }
  """

@Test func `A page says what a service is, who reaches it, and what is known`() throws {
  #expect(
    renderTerminal(try page(thing)) == """
      AWS ZZ Thing
      Passes on what it gets.

        name       zz-thing
        also       zzt
        zz-strict  with type = strict
        category   integration
        stands in  zz-place
        status     its end is announced, since 2025-06, support ends 2026-10; use zz-other instead

      Attributes
        type  plain | strict, plain by default
        wait  duration 0s..20s, 1s by default, only where type is plain
              0s..5s, 2s by default where type is strict [ZT-01]
              How long. [ZT-01]

      Reaches
        event, not waiting  zz-far where the source's type is plain: Only so. [ZT-01]
        never               zz-near: It does not listen.
        nothing else        [ZT-01]

      Is reached by
        poll, polled  zz-other

      Known
        ZT-01  It passes on.
               Before: until 2020: not
               Source: handbook (not verified)
        ZT-02  Nobody knows.
               no diagram says

      Sources
        documentation  https://zz.example/thing
        looked up in   handbook, chapter 3

      """)
}

@Test func `A service of which little is said has a short page`() throws {
  #expect(
    renderTerminal(try page("service zz-bare { category = storage }")) == """
      zz-bare

        name      zz-bare
        category  storage

      """)
}

@Test func `What others say of a service by its trait is on its page`() throws {
  let text = """
    service zz-a { category = compute; traits = [zz-kind] }
    service zz-b { receives from zz-kind as zz }
    """.replacing("as zz", with: "as query sync")
  let lines = renderTerminal(try page(text)).split(separator: "\n")
  #expect(lines.contains { $0 == "  query, waiting  zz-b" })
}

// MARK: Width

private func widePage() -> Page {
  var page = Page(
    title: "A title of many words that is wider than any terminal that people have in use",
    summary: String(repeating: "word ", count: 60))
  page.blocks = [
    .heading("Heading"), .paragraph(String(repeating: "more ", count: 60)),
    .definitions([
      .init("short", [String(repeating: "text ", count: 50), "and\na line break"]),
      .init("a term that has quite some words in it", [String(repeating: "text ", count: 50)]),
      .init("alone", []),
    ]),
  ]
  return page
}

@Test(arguments: 40...140)
func `No line is wider than the terminal, and no word is lost`(width: Int) {
  let text = renderTerminal(widePage(), width: width)
  for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  #expect(!text.contains(" \n"))
  let words = text.split { $0 == " " || $0 == "\n" }
  #expect(words.count { $0 == "word" } == 60 && words.count { $0 == "more" } == 60)
  #expect(words.count { $0 == "text" } == 100)
}

@Test func `Only titles and headings are bold, and only where colour is wanted`() {
  let page = widePage()
  let plain = renderTerminal(page, width: 300)
  let bold = renderTerminal(page, width: 300, isColored: true)
  #expect(!plain.contains("\u{1B}"))
  #expect(
    bold.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == plain)
  #expect(bold.hasPrefix("\u{1B}[1m\(page.title)\u{1B}[0m\n"))
  #expect(bold.contains("\n\u{1B}[1mHeading\u{1B}[0m\n"))
}

// MARK: Markdown

@Test(arguments: [
  ("a *b* _c_ <d> `e`", #"a \*b\* \_c\_ \<d\> \`e\`"#), (#"C:\*"#, #"C:\\\*"#),
  ("see [x](y)", #"see \[x\](y)"#), ("AT&amp;T", #"AT\&amp;T"#), ("# one", ##"\# one"##),
  ("- one", #"\- one"#), ("+ one", #"\+ one"#), ("12. one", #"12\. one"#), ("3) one", #"3\) one"#),
  ("=== one", #"\=== one"#), ("12 ones", "12 ones"), ("one\n\n- two\n", "one - two"),
])
func `Markdown shows a text as it is`(text: String, escaped: String) {
  var page = Page(title: text, summary: text)
  page.blocks = [
    .heading(text), .paragraph(text), .definitions([.init(text, [text, text]), .init("t", [""])]),
    .table(header: ["h"], rows: [[text]]),
  ]
  #expect(
    renderMarkdown(page) == """
      # \(escaped)

      \(escaped)

      ## \(escaped)

      \(escaped)

      - **\(escaped)**: \(escaped)
        \(escaped)
      - **t**

      | h |
      |---|
      | \(escaped) |

      """)
}

@Test func `A bar does not end the cell of a table`() {
  var page = Page(title: "T", summary: "S.")
  page.blocks = [.table(header: ["a", "b"], rows: [["one | two", "3"]])]
  #expect(renderMarkdown(page).contains("| one \\| two | 3 |"))
}

@Test func `Every service has a page, and one page leads to all of them`() throws {
  var catalog = Catalog()
  for case .service(let syntax) in parse(SourceText(name: "own.arch", thing)).file.statements {
    if let service = readService(syntax).service { catalog.add(service) }
  }
  let snapshot = CatalogSnapshot(catalog)
  let pages = documentationPages(of: snapshot, [])
  #expect(pages.map(\.path) == pages.map(\.path).sorted())
  #expect(Set(pages.map(\.path)).count == snapshot.services.count + 3)
  let list = try #require(pages.first { $0.path.hasSuffix("/Services.md") }?.text)
  for service in snapshot.services { #expect(list.contains("- <doc:\(service.key)>\n")) }
  let facts = try #require(pages.first { $0.path.hasSuffix("/Facts.md") }?.text)
  #expect(
    facts.contains(
      "| ZT-01 | zz-thing | It passes on. | attribute zz-thing.wait; limit zz-thing.wait; "
        + "edges from zz-thing |"))
  #expect(facts.contains("| ZT-02 | zz-thing | Nobody knows. | no diagram says |"))
}
