import ArchDiagnostics
import Testing

@Suite struct LambdaConcurrencyTests {
  @Test func `Each Region and account has runs of its own`() {
    let text = """
      r1: region { a: lambda { reserved-concurrency = 700; concurrency = 700 } }
      r2: region { b: lambda { reserved-concurrency = 700; concurrency = 700 } }
      one: account { c: lambda { reserved-concurrency = 700 } }
      """
    #expect(findings(of: "lambda/over-reserved", in: text) == [])
    #expect(findings(of: "lambda/account-concurrency", in: text) == [])
  }

  @Test func `Provisioned runs are part of the reserved ones of the same function`() {
    let within = """
      a: lambda { reserved-concurrency = 500; provisioned-concurrency = 400 }
      b: lambda { provisioned-concurrency = 400 }
      """
    #expect(findings(of: "lambda/over-reserved", in: within) == [])
    let beyond = within + "\nc: lambda { provisioned-concurrency = 1 }"
    #expect(accused(by: "lambda/over-reserved", in: beyond).count == 1)
  }

  @Test func `A stack of functions counts once for each`() {
    let text = "a: lambda { count = 4; reserved-concurrency = 250 }"
    #expect(findings(of: "lambda/over-reserved", in: text).count == 1)
  }

  @Test func `What pollers may start counts where a function does not say what it needs`() {
    let text = """
      app -> q1: sqs, q2: sqs
      q1 -> a: lambda {} { max-concurrency = 600 }
      q2 -> b: lambda {} { max-concurrency = 600 }
      """
    #expect(accused(by: "lambda/account-concurrency", in: text) == [["a", "b"]])
  }
}
