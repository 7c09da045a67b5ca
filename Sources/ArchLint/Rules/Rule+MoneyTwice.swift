import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds consumers that move money and do not say what a message twice does.
  static let moneyTwice = Rule(
    "delivery/money-twice", .hint, "Nothing says that money is moved once only", detail: .design,
    yieldsTo: ["delivery/not-idempotent"],
    documentation: RuleDocumentation(
      rationale:
        "What feeds it delivers at least once, and a payment or an invoice is the last thing "
        + "that should happen twice. The diagram does not say that somebody has thought of it.",
      facts: ["SNS-02", "SQS-08", "EVB-05", "S3-A"],
      source: "Well-Architected REL04-BP04",
      advice:
        "Make it idempotent, for example by a key that the payment provider remembers, and "
        + "state idempotent = true.",
      bad: [
        """
        eu-west-1: region {
          orders: sqs { dlq = failed }
          failed: sqs { retention = 14d }
          orders -> charge-card: ecs
        }
        charge-card -> bank: external
        """
      ],
      good: [
        """
        eu-west-1: region {
          orders: sqs { dlq = failed }
          failed: sqs { retention = 14d }
          charge-card: ecs
          orders -> charge-card { idempotent = true }
        }
        charge-card -> bank: external
        """
      ])
  ) { architecture, report in
    var check = MoneyCheck(architecture)
    check.run(&report)
  }
}

private struct MoneyCheck {
  private let architecture: Architecture
  private let delivery: Delivery
  private let programs: ServiceSet
  /// Whether an element has been looked at as a consumer.
  private var isJudged: [Bool]
  /// Whether an element's name or label speaks of money, where that has been asked already.
  private var known: [Bool?]

  init(_ architecture: Architecture) {
    self.architecture = architecture
    delivery = Delivery(architecture)
    programs = ServiceSet(architecture.model, ["compute", "glue-job"])
    isJudged = Array(repeating: false, count: architecture.model.elements.count)
    known = Array(repeating: nil, count: architecture.model.elements.count)
  }

  mutating func run(_ report: inout RuleReport) {
    for edge in architecture.edges
    where programs.contains(edge.target) && !isJudged[edge.target.index]
      && delivery.isAnnouncedTwice(edge)
    {
      guard architecture.isDrawn(edge), architecture.stated("idempotent", of: edge) == nil else {
        continue
      }
      isJudged[edge.target.index] = true
      guard architecture.stated("idempotent", of: edge.target) == nil,
        let money = money(at: edge.target)
      else { continue }
      report.report(
        "'\(architecture.name(edge.target))' seems to move money, and "
          + "'\(architecture.name(edge.source))' may deliver a message twice",
        at: edge.target,
        secondary: [Label(architecture.connection(edge).declaration, "delivers at least once")],
        evidence: ["'\(money)' speaks of money; nothing says idempotent = true"])
    }
  }

  /// The name or label near a consumer that speaks of money, if it does something with it.
  private mutating func money(at consumer: ElementID) -> String? {
    let isOwn = speaksOfMoney(consumer)
    for index in architecture.outgoing(consumer).prefix(20) {
      let edge = architecture.edges[Int(index)]
      guard architecture.carriesData(edge), isOwn || speaksOfMoney(edge.target) || hasLabel(edge),
        architecture.stated("idempotent", of: edge) == nil, architecture.access(edge) != .reads
      else { continue }
      if isOwn { return architecture.model[consumer].label }
      if speaksOfMoney(edge.target) { return architecture.model[edge.target].label }
      if let label = architecture.connection(edge).label, speaks(label) { return label }
    }
    return nil
  }

  private func hasLabel(_ edge: Architecture.Edge) -> Bool {
    architecture.model.connections[edge.connection].label != nil
  }

  private mutating func speaksOfMoney(_ id: ElementID) -> Bool {
    if let answer = known[id.index] { return answer }
    let element = architecture.model[id]
    let answer = speaks(element.name) || (element.hasOwnLabel && speaks(element.label))
    known[id.index] = answer
    return answer
  }
}

/// Whether a text speaks of money.
private func speaks(_ text: String) -> Bool {
  let words = words(of: text)
  if words.contains(where: moneyWords.contains) { return true }
  let speaksOfTransfers = words.contains { $0 == "transfer" || $0 == "transfers" }
  return speaksOfTransfers && words.contains { ["bank", "funds", "money", "wire"].contains($0) }
    || words.contains("order") && words.contains { $0 == "total" || $0 == "totals" }
}

private let moneyWords: Set = [
  "billing", "charge", "charges", "debit", "invoice", "invoices", "invoicing", "payment",
  "payments", "payout", "payouts", "refund", "refunds",
]
