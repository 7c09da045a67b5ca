import ArchDiagnostics
import ArchLint
import ArchSource
import Testing

/// A rule with a mistake, marked, and what is said about it.
private let mistakes: [(rule: String, id: String, message: String)] = [
  (
    "rule ⟦t/t⟧ \"W\" { require a == b }", "rule/missing-match",
    "'t/t' does not say what it looks for"
  ),
  ("rule ⟦t/t⟧ \"W\" { }", "rule/missing-match", "'t/t' does not say what it looks for"),
  (
    "rule ⟦t/t⟧ \"W\" { severity = error }", "rule/missing-match",
    "'t/t' does not say what it looks for"
  ),
  ("rule t/t \"W\" { match⟦⟧ }", "syntax/expected-name", "a service or a trait is missing"),
  ("rule t/t { match sqs\n⟦match sns⟧ }", "rule/second-match", "a rule looks for one thing"),
  (
    "rule t/t { match ⟦sqs -> sqs -> sqs -> sqs -> sqs⟧ }", "rule/pattern",
    "a pattern has four elements at most"
  ),
  ("rule t/t { match ⟦rds in vpc⟧ }", "rule/pattern", "'match' looks for elements and edges"),
  ("rule t/t { match ⟦sqz⟧ }", "rule/unknown-service", "no service or trait is called 'sqz'"),
  ("rule t/t { match ⟦queue⟧ }", "rule/alias", "rules call Amazon SQS by its key, 'sqs'"),
  (
    "rule t/t { match sqs\nrequire ⟦it.retentoin⟧ > 1d }", "rule/unknown-attribute",
    "Amazon SQS has no attribute 'retentoin'"
  ),
  (
    "rule t/t { match sqs -> lambda\nrequire ⟦edge.nothing⟧ == 1 }", "rule/unknown-attribute",
    "an edge has no attribute 'nothing'"
  ),
  (
    "rule t/t { match sqs\nrequire ⟦its.retention⟧ > 1d }", "rule/unknown-name",
    "'its' is no element of this rule"
  ),
  (
    "rule t/t { match sqs\nrequire ⟦it.retention⟧ > 1KB }", "rule/type",
    "a duration does not compare with a size"
  ),
  (
    "rule t/t { match sqs\nrequire ⟦it.retention⟧ + 1KB > 1d }", "rule/type",
    "a duration and a size cannot be calculated together"
  ),
  (
    "rule t/t { match sqs\nrequire ⟦it.retention⟧ }", "rule/type",
    "a condition is missing here, this is a duration"
  ),
  (
    "rule t/t { match sqs\nforbid ⟦it.type⟧ == fiffo }", "rule/impossible-word",
    "this is never 'fiffo'"
  ),
  (
    "rule t/t { match sqs\nforbid ⟦it.type.name⟧ == x }", "rule/type",
    "'type' is a word, not an element with attributes"
  ),
  (
    "rule t/t { match sqs\nforbid ⟦it.type⟧ in fifo }", "rule/type",
    "behind 'in' stands a list, this is a word"
  ),
  ("rule t/t { match sqs\nforbid ⟦exits⟧(it -> lambda) }", "syntax/unclosed-parenthesis", ""),
  (
    "rule t/t { match sqs\nforbid ⟦statd⟧(it.type) }", "rule/unknown-function",
    "there is no function 'statd'"
  ),
  (
    "rule t/t { match sqs\nforbid ⟦stated(it.type, it.type)⟧ }", "rule/arguments",
    "'stated' is called as stated(it.retention)"
  ),
  ("rule t/t { match sqs\nforbid stated(⟦it⟧) }", "rule/arguments", "'it' is no attribute"),
  (
    "rule t/t { match sqs -> lambda\nforbid ⟦exists(source -> target)⟧ }", "rule/quantifier",
    "a pattern here may speak of one element from outside"
  ),
  (
    "rule t/t { match sqs\nforbid exists(it -> lambda as f where ⟦exists(f -> rds)⟧) }",
    "rule/quantifier",
    "'exists' and 'count' cannot stand inside one another"
  ),
  (
    "rule ⟦t/t⟧ { match sqs\nmessage \"{it.nothing}\" }", "rule/unknown-attribute",
    "Amazon SQS has no attribute 'nothing'"
  ),
  ("rule ⟦t/t⟧ { match sqs\nmessage \"{source}\" }", "", ""),
  (
    "rule t/t { match sqs\nfix set ⟦it⟧ = 1 }", "rule/fix",
    "'it' is no attribute of an element or edge of this rule"
  ),
  ("rule t/t { match sqs\nseverity = ⟦fatal⟧ }", "rule/setting", "'fatal' is not a severity"),
  ("rule t/t { match sqs\ndetail = ⟦deep⟧ }", "rule/setting", "'deep' is not a level of detail"),
  ("rule t/t { match sqs\n⟦severty⟧ = error }", "rule/setting", "a rule has no setting 'severty'"),
  (
    "rule t/t { match sqs where it.type == fifo\nbad ⟦\"q: sqs\"⟧ }", "rule/example",
    "this example does not break 't/t'"
  ),
  (
    "rule t/t { match sqs\ngood ⟦\"q: sqs\"⟧ }", "rule/example",
    "this 'good' example is reported as 't/t' too"
  ),
]

@Test(arguments: mistakes.filter { !$0.message.isEmpty })
func `A mistake in a rule is reported at its place`(
  mistake: (rule: String, id: String, message: String)
) throws {
  let parts = mistake.rule.split(separator: "⟦", omittingEmptySubsequences: false)
  let marked = parts[1].split(separator: "⟧", omittingEmptySubsequences: false)
  let text = "\(parts[0])\(marked[0])\(marked[1])\n"
  let found = lint(text)
  #expect(found.map(\.message) == [mistake.message])
  let problem = try #require(found.first)
  #expect(problem.id.name == mistake.id)
  #expect(SourceText(name: "a.arch", text)[problem.primary.location.range] == String(marked[0]))
}

@Test func `A rule of one's own hides the bundled rule of its name`() {
  let text = """
    q: sqs { visibility-timeout = 1s }
    q -> f: lambda { timeout = 1m }
    """
  #expect(lint(text).contains { $0.id.name == "sqs/visibility-below-timeout" })
  let rule = "\nrule sqs/visibility-below-timeout \"Never\" { match qldb }\n"
  #expect(!lint(text + rule).contains { $0.id.name == "sqs/visibility-below-timeout" })
}
