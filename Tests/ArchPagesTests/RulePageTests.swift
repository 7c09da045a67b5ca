import ArchCatalog
import ArchDiagnostics
import ArchLint
import ArchPages
import Testing

@Test func `A page says what a rule finds, why, what to do, and shows both programs`() {
  let rule = Rule(
    "zz/late", .warning, "A thing is late", detail: .network,
    documentation: RuleDocumentation(
      rationale: "Late things wait. Nobody likes that.", facts: ["SQS-05"], source: "handbook",
      equivalents: ["cfn-lint E1"], advice: "Hurry.", bad: ["a -> b\n"], good: ["b -> a\n"])
  ) { _, _ in }
  #expect(
    renderTerminal(rulePage(rule, in: .bundled), width: 80) == """
      zz/late
      A thing is late.

        severity    warning
        speaks      where the diagram draws a VPC or a subnet
        allowed by  # archc: allow zz/late -- the reason
        like        cfn-lint E1

      Why

      Late things wait. Nobody likes that.

      What to do

      Hurry.

      Found in
        a -> b

      Mended
        b -> a

      Sources
        SQS-05  Messages are kept for 60 seconds to 14 days, 4 days unless told
                otherwise; a dead-letter queue should keep them longer than its
                source.
                botocore 1.43.11 sqs CreateQueue MessageRetentionPeriod; AWS docs, SQS
                dead-letter queues; notes: SQS
        source  handbook

      """)
}

@Test func `A service's page names the rules about it, and a fact's page the rules that check it`()
  throws
{
  let holders = FactHolders(.bundled, RuleBook.all)
  let sqs = try #require(CatalogSnapshot.bundled.service("sqs"))
  let page = renderTerminal(servicePage(sqs, in: .bundled, holders))
  #expect(page.contains("sqs/missing-dlq"))
  let fact = try #require(factPage("SQS-11", in: .bundled, RuleBook.all))
  #expect(renderTerminal(fact).contains("rule sqs/missing-dlq"))
}
