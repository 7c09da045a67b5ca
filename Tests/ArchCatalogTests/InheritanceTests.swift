import ArchCatalog
import ArchDiagnostics
import Testing

private let house = """
  service base-thing "Base thing" {
    category = integration
    aliases = [bt]
    traits = [messaging]
    summary = "Passes on."
    attribute size: integer 1..9 = 3 "How much."
    attribute mode: one | two = one
    variant bt-two "Second thing" mode = two
    limit size 1..5 where mode == two
    receives from compute as send
    never sends to datastore
    closed [BT-01]
    fact BT-01 "So it is."
  }
  """

@Test func `A service has all that the one it extends says and it does not`() throws {
  let own = OwnCatalog(
    house
      + "\nservice house-thing \"House thing\" { extends = base-thing; attribute owner: string }")
  #expect(own.problems == [])
  let thing = try own.service("house-thing")
  #expect(thing.title == "House thing" && thing.summary == "Passes on.")
  #expect(thing.category == "integration" && thing.traits == ["messaging"])
  #expect(thing.attributes.map(\.name) == ["size", "mode", "owner"])
  #expect(thing.limits.count == 1 && thing.connections.count == 2 && thing.isClosed)
  #expect(thing.fact("BT-01")?.statement == "So it is.")
  #expect(try own.service("bt").key == "base-thing")
}

@Test func `What a service says itself hides what it would inherit`() throws {
  let own = OwnCatalog(
    house
      + """

      service house-thing {
        extends = base-thing
        category = database
        summary = "Keeps."
        attribute size: duration
      }
      """)
  #expect(own.problems == [])
  let thing = try own.service("house-thing")
  #expect(thing.category == "database" && thing.summary == "Keeps.")
  #expect(thing.attribute("size")?.type == .duration && thing.attribute("size")?.bounds == nil)
  #expect(thing.limits == [])
}

@Test func `A clause that names a service means those that extend it too`() throws {
  let own = OwnCatalog(
    house
      + """

      service mid { extends = base-thing }
      service leaf { extends = mid }
      service guest { category = storage; closed; sends to base-thing as send }
      service stranger { category = storage; never sends to base-thing }
      """)
  for key in ["base-thing", "mid", "leaf"] {
    #expect(try own.verdict("guest", key) == "allowed")
    #expect(try own.verdict("stranger", key) == "never")
  }
  #expect(try own.service("leaf").isNamed(by: "mid"))
  #expect(try !own.service("mid").isNamed(by: "leaf"))
}

@Test func `A service that extends the bundled one of its name adds to it under all its names`()
  throws
{
  let bundled = try #require(Catalog.bundled("sqs"))
  let own = OwnCatalog(
    "service sqs \"House queue\" { extends = sqs; attribute owner-team: string }")
  #expect(own.problems == [])
  let queue = try own.service("sqs")
  #expect(queue.title == "House queue")
  #expect(queue.attributes.map(\.name) == bundled.attributes.map(\.name) + ["owner-team"])
  #expect(queue.connections == bundled.connections && queue.isClosed == bundled.isClosed)
  #expect(queue.variants == bundled.variants && queue.aliases == bundled.aliases)
  for alias in bundled.aliases { #expect(own.catalog.service(alias)?.title == "House queue") }
}

@Test func `What extends a service that does not exist or itself is as it is written`() throws {
  let own = OwnCatalog(
    "service a { extends = nowhere-at-all; summary = \"A.\" }\n"
      + "service b { extends = b; summary = \"B.\" }"
  )
  #expect(own.problems.map(\.id.name) == ["service/unknown-name", "service/extends"])
  #expect(try own.service("a").summary == "A.")
  #expect(try own.service("b").summary == "B.")
}

@Test func `Circles of any length end, with what each service says itself`() throws {
  for count in 2...5 {
    let text = (0..<count).map {
      "service s\($0) { extends = s\(($0 + 1) % count); summary = \"S\($0).\" }\n"
    }.joined()
    let own = OwnCatalog(text)
    #expect(own.problems.count == count)
    for index in 0..<count { #expect(try own.service("s\(index)").summary == "S\(index).") }
  }
}

// MARK: Variants

@Test func `A variant is the service with another default and perhaps another title`() throws {
  let own = OwnCatalog(house)
  let variant = try own.service("bt-two")
  #expect(variant.key == "base-thing" && variant.title == "Second thing")
  #expect(variant.attribute("mode")?.defaultValue == .word("two"))
  #expect(variant.attribute("mode")?.defaultText == "two")
  #expect(try own.service("bt").attribute("mode")?.defaultValue == .word("one"))
  #expect(try own.service("bt").title == "Base thing")
}

@Test func `Verdicts see the variant`() throws {
  let own = OwnCatalog(
    house
      + "\nservice s { category = storage; closed; sends to base-thing where target.mode == two }")
  #expect(own.problems == [])
  #expect(try own.verdict("s", "base-thing") == "condition")
  #expect(try own.verdict("s", "bt-two") == "allowed")
}
