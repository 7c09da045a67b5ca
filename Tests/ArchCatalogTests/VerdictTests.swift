import ArchCatalog
import ArchDiagnostics
import Testing

/// A closed source `a`, a target `b` that takes from nothing else, an open source `c` of the same
/// trait as `a` and an open target `d` of the same trait as `b`, with some clauses of `a` and `b`.
private func catalog(_ a: String = "", _ b: String = "") -> OwnCatalog {
  let own = OwnCatalog(
    """
    service a { category = compute; traits = [left]
      attribute mode: one | two = one
      attribute tier: integer
      closed
      \(a)
    }
    service b { category = database; traits = [right]
      attribute mode: one | two = one
      receives from nothing else
      \(b)
    }
    service c { category = compute; traits = [left]; sends to right as load; receives from left }
    service d { category = database; traits = [right]; sends to left as load; receives from right }
    """)
  #expect(own.problems.map(\.message) == [])
  return own
}

// MARK: Who may reach whom

@Test func `Nothing is said against an edge of which nobody speaks, unless an end is closed`()
  throws
{
  let own = catalog()
  #expect(try own.verdict("c", "c") == "allowed")
  #expect(try own.verdict("a", "d") == "closed source")
  #expect(try own.verdict("d", "b") == "closed target")
  #expect(try own.verdict("a", "b") == "closed source")
  #expect(try own.verdict("b", "d") == "allowed")
}

@Test(arguments: [
  ("sends to b as send", ""), ("sends to right as send", ""), ("sends to anything as send", ""),
  ("", "receives from a as send"), ("", "receives from left as send"),
  ("", "receives from anything as send"), ("sends to c, b as send", "receives from d"),
])
func `A clause of either end opens both`(a: String, b: String) throws {
  #expect(try catalog(a, b).verdict("a", "b") == "allowed")
}

@Test(arguments: [
  ("sends to b as send", "never receives from left", "allowed"),
  ("sends to b as send", "never receives from anything", "allowed"),
  ("sends to right as send", "never receives from anything", "allowed"),
  ("sends to b as send", "never receives from a", "never"),
  ("sends to right as send", "never receives from left", "never"),
  ("sends to anything as send", "never receives from anything", "never"),
  ("sends to right as send", "never receives from a", "never"),
  ("sends to anything as send", "never receives from left", "never"),
  ("never sends to b", "receives from left as send", "never"),
  ("sends to b as send\nnever sends to right", "", "allowed"),
  ("never sends to b\nsends to b as send", "", "never"),
])
func `A key counts more than a trait, a trait more than anything, and never goes first`(
  a: String, b: String, verdict: String
) throws {
  #expect(try catalog(a, b).verdict("a", "b") == verdict)
}

@Test(arguments: [
  ("sends to b as send where source.mode == one", "", "allowed"),
  ("sends to b as send where source.mode == two", "", "condition"),
  ("sends to b as send where target.mode == two", "", "condition"),
  ("sends to b as send where source.tier == 2", "", "allowed"),
  ("sends to b as send where source.mode == two\nsends to b as load", "", "allowed"),
  ("sends to b as send where source.mode == two\nsends to right as load", "", "condition"),
  ("sends to right as send where source.mode == two\nsends to b as load", "", "allowed"),
  ("sends to b as send", "receives from left where source.mode == two", "allowed"),
  ("sends to right as send", "receives from left where source.mode == two", "condition"),
  ("sends to b as send\nnever sends to b where source.mode == two", "", "allowed"),
  ("sends to b as send\nnever sends to b where source.mode == one", "", "never"),
])
func `A clause holds for the elements of which its condition is true`(
  a: String, b: String, verdict: String
) throws {
  #expect(try catalog(a, b).verdict("a", "b") == verdict)
}

@Test func `What is not known neither closes an edge nor forbids it`() throws {
  let own = catalog(
    "sends to b as send where source.region == target.region",
    "never receives from a where source.region != target.region")
  #expect(try own.verdict("a", "b") == "allowed")
  let near: [String: Value] = ["source.region": .word("eu"), "target.region": .word("eu")]
  #expect(try own.verdict("a", "b", near) == "allowed")
  let far: [String: Value] = ["source.region": .word("eu"), "target.region": .word("us")]
  #expect(try own.verdict("a", "b", far) == "never")
}

@Test(arguments: ["actors", "generic", "group"])
func `A kind of thing or a place is refused only by name`(category: String) throws {
  let own = OwnCatalog(
    """
    service thing { category = \(category); traits = [left] }
    service a { category = storage; closed; never sends to left }
    service b { category = storage; receives from nothing else; never receives from anything }
    service c { category = storage; never receives from thing "Not so."; never sends to thing }
    """)
  #expect(try own.verdict("a", "thing") == "allowed")
  #expect(try own.verdict("thing", "b") == "allowed")
  #expect(try own.verdict("thing", "c") == "never")
  #expect(try own.verdict("c", "thing") == "never")
}

// MARK: Kinds that an author states

@Test func `A service says nothing of kinds of edges that it knows none of`() throws {
  let own = catalog("sends to c as replicates\nsends to d as send")
  #expect(try own.verdict("a", "b", kind: "dns") == "allowed")
  #expect(try own.verdict("a", "d", kind: "replicates") == "closed source")
  #expect(try own.verdict("a", "c", kind: "replicates") == "allowed")
}

@Test func `Whatever the author calls it, data travels only where it can`() throws {
  let own = catalog("sends to c as send", "")
  for kind in ["request", "event", "load"] {
    #expect(try own.verdict("a", "d", kind: kind) == "closed source")
    #expect(try own.verdict("a", "c", kind: kind) == "allowed")
  }
}

@Test func `A refusal of one kind leaves the others`() throws {
  let own = catalog("sends to b as send\nnever sends to b as query \"It answers no questions.\"")
  #expect(try own.verdict("a", "b", kind: "query") == "never")
  #expect(try own.verdict("a", "b", kind: "send") == "allowed")
  #expect(try own.verdict("a", "b", kind: "dns") == "allowed")
}

@Test func `A refusal speaks of data and not of addresses or metrics`() throws {
  let own = catalog("never sends to d", "")
  #expect(try own.verdict("a", "d", kind: "event") == "never")
  #expect(try own.verdict("a", "d", kind: "monitors") == "allowed")
}

@Test func `The clause of the stated kind is the one that counts for the arrow`() throws {
  let own = catalog("sends to b as send async\nsends to right as load pulled")
  let ends = (try own.service("a"), try own.service("b"))
  func clause(_ kind: String?) -> ConnectionClause? {
    judgeConnection(from: ends.0, to: ends.1, kind: kind) { _, _ in nil }.clause
  }
  #expect(clause(nil)?.invocation == .async)
  #expect(clause("load")?.invocation == .pulled)
  #expect(clause("query")?.invocation == .async)
}

@Test func `A clause of the stated kind that is less exact takes nothing away`() throws {
  let own = catalog(
    "sends to b as query\nsends to right as load", "never receives from left \"No.\"")
  #expect(try own.verdict("a", "b", kind: "load") == "allowed")
  #expect(try own.verdict("a", "b", kind: "query") == "allowed")
}
