import ArchCatalog
import ArchDiagnostics
import ArchSource
import Testing

/// Something wrong with a declared service, marked `⟦so⟧` in its text, and what is said about it.
struct Fault: CustomTestStringConvertible, Sendable {
  var text: String
  var id: String
  var message: String
  /// The text after the first fix; nil where there is none.
  var fixed: String?

  init(_ text: String, _ id: String, _ message: String, fixed: String? = nil) {
    self.text = text
    self.id = id
    self.message = message
    self.fixed = fixed
  }

  var testDescription: String { text }
}

@Test(arguments: settingFaults + nameFaults + attributeFaults + clauseFaults + factFaults)
func `What is wrong with a service is said once, where it stands`(fault: Fault) throws {
  let own = OwnCatalog(fault.text.replacing(/[⟦⟧]/, with: ""))
  #expect(own.problems.map(\.message) == [fault.message])
  #expect(own.problems.map(\.id.name) == [fault.id])
  #expect(own.problems.map { own.marked($0.primary.location) } == [fault.text])
  let fixed = try own.problems.first?.fixes.first.map { fix in
    String(decoding: try #require(own.source.applying(fix.edits)), as: UTF8.self)
  }
  #expect(fixed == fault.fixed)
  if let fixed { #expect(OwnCatalog(fixed).problems == []) }
}

private let settingFaults = [
  Fault(
    "service s { ⟦sumary⟧ = \"x\" }", "service/unknown-setting",
    "a service has no setting 'sumary'", fixed: "service s { summary = \"x\" }"),
  Fault(
    "service s { category = ⟦databse⟧ }", "service/unknown-category",
    "'databse' is not a known category", fixed: "service s { category = database }"),
  Fault(
    "service s { category = ⟦\"database\"⟧ }", "service/quoted-name",
    "names stand here without quotation marks", fixed: "service s { category = database }"),
  Fault(
    "service s { category = ⟦[database]⟧ }", "service/setting", "'category' takes a name"),
  Fault(
    "service s { summary = ⟦5⟧ }", "service/setting", "'summary' takes a \"string\"",
    fixed: "service s { summary = \"5\" }"),
  Fault(
    "service s { link = ⟦[\"a\"]⟧ }", "service/setting", "'link' takes a \"string\""),
  Fault(
    "service s { status = sunset; ends = ⟦2026⟧ }", "service/setting", "'ends' takes a \"string\"",
    fixed: "service s { status = sunset; ends = \"2026\" }"),
  Fault(
    "service s { aliases = ⟦[t, 3]⟧ }", "service/setting", "'aliases' takes a [list] of names"),
  Fault(
    "service s { status = ⟦sunste⟧ }", "service/status", "'sunste' is not a status",
    fixed: "service s { status = sunset }"),
  Fault(
    "service s { traits = [⟦datastor⟧] }", "service/unknown-trait",
    "'datastor' is not a known trait", fixed: "service s { traits = [datastore] }"),
  Fault(
    "service s { traits = [⟦\"datastore\"⟧] }", "service/quoted-name",
    "names stand here without quotation marks", fixed: "service s { traits = [datastore] }"),
  Fault(
    "service s { icon = ⟦queu⟧ }", "service/unknown-icon", "'queu' is not a known icon",
    fixed: "service s { icon = queue }"),
  Fault(
    "service s { icon = ⟦\"queue\"⟧ }", "service/quoted-name",
    "names stand here without quotation marks", fixed: "service s { icon = queue }"),
  Fault("service s { look = ⟦round⟧ }", "service/unknown-look", "'round' is not a known look"),
  Fault(
    "service s { shows = [⟦lenght⟧]; attribute length: integer }", "service/unknown-attribute",
    "'lenght' is not a known attribute",
    fixed: "service s { shows = [length]; attribute length: integer }"),
  Fault(
    "service s { summary = \"a\"; ⟦summary⟧ = \"b\" }", "service/duplicate-setting",
    "'summary' is set twice in this service"),
  Fault(
    "service my-new-thing {}\nservice s { status = ended; instead = [⟦my-new-thng⟧] }",
    "service/unknown-name",
    "'my-new-thng' is neither a service nor a trait, did you mean 'my-new-thing'?",
    fixed: "service my-new-thing {}\nservice s { status = ended; instead = [my-new-thing] }"),
  Fault(
    "service my-new-thing {}\nservice s { status = ended; instead = ⟦\"my-new-thing\"⟧ }",
    "service/quoted-name", "names stand here without quotation marks",
    fixed: "service my-new-thing {}\nservice s { status = ended; instead = my-new-thing }"),
  Fault(
    "service s { status-facts = [⟦\"S-01\"⟧]; fact S-01 \"So it is.\" }", "service/quoted-name",
    "names stand here without quotation marks",
    fixed: "service s { status-facts = [S-01]; fact S-01 \"So it is.\" }"),
  Fault(
    "service s { status-facts = [⟦S-0⟧]; fact S-01 \"So it is.\" }", "service/unknown-fact",
    "'s' states no fact 'S-0'",
    fixed: "service s { status-facts = [S-01]; fact S-01 \"So it is.\" }"),
]

private let nameFaults = [
  Fault(
    "service ⟦compute⟧ {}", "service/reserved-name", "'compute' means several services in clauses"),
  Fault(
    "service ⟦anything⟧ {}", "service/reserved-name",
    "'anything' means several services in clauses"),
  Fault(
    "service a { aliases = [b1] }\nservice c { aliases = [⟦b1⟧] }", "service/duplicate-name",
    "'b1' already means 'a'"),
  Fault(
    "service a { aliases = [⟦c⟧] }\nservice c {}", "service/duplicate-name", "'c' already means 'c'"
  ),
  Fault("service a { aliases = [⟦a⟧] }", "service/duplicate-name", "'a' already means 'a'"),
  Fault("service a { aliases = [b1, ⟦b1⟧] }", "service/duplicate-name", "'b1' already means 'a'"),
  Fault(
    "service a { attribute t: x | y; aliases = [b1]; variant ⟦b1⟧ t = x }",
    "service/duplicate-name", "'b1' already means 'a'"),
  Fault(
    "service a { attribute t: x | y; variant b1 t = x; variant ⟦b1⟧ t = y }",
    "service/duplicate-name", "'b1' already means 'a'"),
  Fault(
    "service a { attribute t: x | y; variant b1 t = x }\n"
      + "service c { attribute t: x | y; variant ⟦b1⟧ t = x }",
    "service/duplicate-name", "'b1' already means 'a'"),
  Fault(
    "service a { attribute t: x | y; variant b1 ⟦tt⟧ = x }", "service/unknown-attribute",
    "'tt' is not a known attribute",
    fixed: "service a { attribute t: x | y; variant b1 t = x }"),
  Fault(
    "service a { attribute t: red | blue; variant b1 t = ⟦bleu⟧ }", "attribute/type",
    "'t' takes red or blue", fixed: "service a { attribute t: red | blue; variant b1 t = blue }"),
  Fault(
    "service a { attribute t: duration 1s..5s; variant b1 t = ⟦9s⟧ }", "attribute/range",
    "'t' is 9s, outside 1s..5s"),
]

private let attributeFaults = [
  Fault(
    "service a { attribute t: integer; attribute ⟦t⟧: integer }", "service/duplicate-attribute",
    "'t' is declared twice in this service"),
  Fault(
    "service a { attribute ⟦description⟧: string }", "service/duplicate-attribute",
    "every element has an attribute 'description' already"),
  Fault(
    "service a { attribute t: ⟦duration seconds⟧ = 5s }", "service/unknown-type",
    "'duration seconds' is not a type"),
  Fault("service a { attribute t: ⟦list⟧ }", "service/unknown-type", "'list' is not a type"),
  Fault(
    "service a { attribute t: integer ⟦1 | few⟧ }", "service/range",
    "'1 | few' is not a range of 'integer'"),
  Fault(
    "service a { attribute t: duration 60s | 120s = ⟦90s⟧ }", "attribute/range",
    "'t' is 90s, outside 60s | 120s"),
  Fault(
    "service a { attribute t: reference ⟦nowhere-at-all⟧ }", "service/unknown-name",
    "'nowhere-at-all' is neither a service nor a trait"),
  Fault(
    "service a { attribute t: integer where ⟦mode == x⟧ }", "service/condition",
    "no service in question has an attribute 'mode'"),
  Fault(
    "service a { attribute m: x | y; attribute t: integer where ⟦source.m == x⟧ }",
    "service/condition", "there is no edge here whose end has a 'm'"),
  Fault(
    "service a { attribute m: x | y; attribute t: integer where ⟦not m == x⟧ }",
    "service/condition", "'not m == x' is not a condition that can be decided"),
  Fault(
    "service a { attribute t: integer 1..9; attribute m: x | y; limit ⟦tt⟧ 1..3 where m == x }",
    "service/unknown-attribute", "'a' declares no attribute 'tt' above this limit",
    fixed: "service a { attribute t: integer 1..9; attribute m: x | y; "
      + "limit t 1..3 where m == x }"),
  Fault(
    "service a { attribute t: duration 1s..9s; attribute m: x | y; limit t ⟦1..3⟧ where m == x }",
    "service/range", "'1..3' is not a range of 'duration'"),
  Fault(
    "service a { attribute t: duration 1s..9s; limit t 1s..3s where ⟦m == x⟧ }",
    "service/condition", "no service in question has an attribute 'm'"),
  Fault(
    "service a { attribute t: integer; attribute m: x | y; limit t 1..3 = ⟦4⟧ where m == x }",
    "attribute/range", "'t' is 4, outside 1..3"),
]

private let clauseFaults = [
  Fault(
    "service my-new-thing {}\nservice a { sends to ⟦my-new-thng⟧ }", "service/unknown-name",
    "'my-new-thng' is neither a service nor a trait, did you mean 'my-new-thing'?",
    fixed: "service my-new-thing {}\nservice a { sends to my-new-thing }"),
  Fault(
    "service b { aliases = [b1] }\nservice a { stands in ⟦b1⟧ }", "service/alias",
    "'b1' is another name of 'b'",
    fixed: "service b { aliases = [b1] }\nservice a { stands in b }"),
  Fault(
    "service b { attribute t: x | y; variant b1 t = x }\nservice a { never sends to ⟦b1⟧ }",
    "service/alias", "'b1' is another name of 'b'",
    fixed: "service b { attribute t: x | y; variant b1 t = x }\nservice a { never sends to b }"),
  Fault(
    "service a { sends to compute as ⟦publsh⟧ }", "service/unknown-kind",
    "'publsh' is not a known kind", fixed: "service a { sends to compute as publish }"),
  Fault(
    "service a { sends to compute as publish ⟦asink⟧ }", "service/invocation",
    "'asink' is no way to call a target",
    fixed: "service a { sends to compute as publish async }"),
  Fault(
    "service a { attribute m: x | y; sends to a where ⟦m == x⟧ }", "service/condition",
    "whose 'm' is meant?"),
  Fault(
    "service a { sends to a where ⟦source.mm == x and source.mm == y⟧ }", "service/condition",
    "no service in question has an attribute 'mm'"),
  Fault(
    "service b { attribute m: x | y }\nservice a { sends to b where ⟦source.m == x⟧ }",
    "service/condition", "no service in question has an attribute 'm'"),
  Fault(
    "service b { attribute m: x | y }\nservice a { receives from b where ⟦target.m == x⟧ }",
    "service/condition", "no service in question has an attribute 'm'"),
  Fault("service a { extends = ⟦a⟧ }", "service/extends", "this service would extend itself"),
  Fault(
    "service a { extends = ⟦compute⟧ }", "service/unknown-name",
    "'compute' is neither a service nor a trait"),
  Fault(
    "service a { extends = ⟦nowhere-at-all⟧ }", "service/unknown-name",
    "'nowhere-at-all' is neither a service nor a trait"),
  Fault(
    "service b { aliases = [b1] }\nservice a { extends = ⟦b1⟧ }", "service/alias",
    "'b1' is another name of 'b'",
    fixed: "service b { aliases = [b1] }\nservice a { extends = b }"),
  Fault("service a { extends = ⟦[a, b]⟧ }", "service/setting", "'extends' takes a name"),
]

private let factFaults = [
  Fault("service a { fact ⟦A-01⟧ }", "service/fact", "the fact 'A-01' says nothing"),
  Fault(
    "service a { fact ⟦A-01⟧ \"\" { source = \"b\" } }", "service/fact",
    "the fact 'A-01' says nothing"),
  Fault(
    "service a { fact A-01 \"So.\"; fact ⟦A-01⟧ \"Or so.\" }", "service/duplicate-fact",
    "the fact 'A-01' is stated twice"),
  Fault(
    "service b { fact A-01 \"So.\" }\nservice a { fact ⟦A-01⟧ \"Or so.\" }",
    "service/duplicate-fact", "the fact 'A-01' is stated twice"),
  Fault(
    "service b { fact A-01 \"So.\" }\nservice a { extends = b; fact ⟦A-01⟧ \"Or so.\" }",
    "service/duplicate-fact", "the fact 'A-01' is stated twice"),
  Fault(
    "service a { fact A-01 \"So.\" { ⟦sorce⟧ = \"b\" } }", "service/unknown-setting",
    "a fact has no setting 'sorce'", fixed: "service a { fact A-01 \"So.\" { source = \"b\" } }"),
  Fault(
    "service a { fact A-01 \"So.\" { unverified = ⟦yes⟧ } }", "service/setting",
    "'unverified' takes true or false"),
  Fault(
    "service a { closed [⟦A-1⟧]; fact A-01 \"So.\" }", "service/unknown-fact",
    "'a' states no fact 'A-1'", fixed: "service a { closed [A-01]; fact A-01 \"So.\" }"),
  Fault(
    "service a { attribute t: integer [⟦A-1⟧]; fact A-01 \"So.\" }", "service/unknown-fact",
    "'a' states no fact 'A-1'",
    fixed: "service a { attribute t: integer [A-01]; fact A-01 \"So.\" }"),
]

@Test func `A circle of services that extend each other is told to each of them`() {
  let two = OwnCatalog("service a { extends = b }\nservice b { extends = a }")
  #expect(
    two.problems.map(\.message) == Array(repeating: "this service would extend itself", count: 2))
  let three = OwnCatalog(
    "service a { extends = b }\nservice b { extends = c }\nservice c { extends = a }\n"
      + "service d { extends = a }")
  #expect(
    three.problems.map { three.marked($0.primary.location).prefix { $0 != "⟧" }.last } == [
      "b", "c", "a",
    ])
}

@Test func `A service may cite facts that another one states`() {
  let own = OwnCatalog(
    "service a { closed [B-01] }\nservice b { fact B-01 \"So it is.\" { source = \"x\" } }")
  #expect(own.problems == [])
  #expect(CatalogSnapshot(own.catalog).fact("B-01")?.footnote == "So it is. [B-01: x]")
}

@Test func `A condition may ask for what every element has, and for the places around it`() {
  let own = OwnCatalog(
    """
    service a { attribute size: integer where count > 1 }
    service b { sends to a where source.region == target.region and target.vpc != source.vpc }
    """)
  #expect(own.problems == [])
}
