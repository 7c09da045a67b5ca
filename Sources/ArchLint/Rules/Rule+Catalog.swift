import ArchDiagnostics

extension Rule {
  /// What is found while names are resolved and the diagram is held against the catalog, in order
  /// of name.
  static let ofCatalog: [Rule] = [
    Rule(
      "attribute/not-here", .error, "An attribute is set where it means nothing",
      documentation: {
        RuleDocumentation(
          rationale:
            "Some settings exist for one kind of a service only, such as deduplication for "
            + "FIFO queues. Elsewhere AWS refuses them, or they do nothing.",
          source: Rule.catalogSource,
          advice: "Remove the attribute, or choose the kind of service that has it.",
          bad: ["orders: sqs { content-based-deduplication = true }\n"],
          good: ["orders: sqs { type = fifo; content-based-deduplication = true }\n"])
      }, check: .catalog),
    Rule(
      "attribute/range", .error, "A value is outside what the service takes",
      documentation: {
        RuleDocumentation(
          rationale: "Every service has limits that no setting lifts. A design beyond them cannot "
            + "be deployed.",
          source: Rule.catalogSource,
          advice: "Stay within the range, or choose a service whose limit is wider.",
          bad: ["worker: lambda { timeout = 20m }\n"],
          good: ["worker: lambda { timeout = 15m }\n"])
      }, check: .catalog),
    Rule(
      "connection/against-request", .hint, "An arrow follows the content, not the request",
      documentation: {
        RuleDocumentation(
          rationale: "Content flows from a bucket to a query, but it is the query that asks. "
            + "Both directions are understood; animations and paths follow the request.",
          source: Rule.catalogSource,
          advice: "Turn the arrow, if the picture is about who calls whom.",
          bad: ["s3 -> athena\n"], good: ["athena -> s3\n"])
      }, check: .catalog),
    Rule(
      "connection/impossible", .error, "Two services are joined that cannot reach each other",
      documentation: {
        RuleDocumentation(
          rationale: "Each service reaches what it was made to reach, and the rest needs something "
            + "in between. An edge that does not exist is found out only when somebody builds it.",
          source: Rule.catalogSource,
          advice: "Take one of the ways round that the finding names.",
          bad: ["topic: sns\ntopic -> kinesis\n"],
          good: ["topic: sns\ntopic -> firehose\n"])
      }, check: .catalog),
    Rule(
      "container/misplaced", .error, "An element stands where its like cannot stand",
      documentation: {
        RuleDocumentation(
          rationale: "A bucket belongs to a Region, an instance to a subnet. Where a thing stands "
            + "decides what reaches it, so a wrong place hides other faults.",
          facts: ["ORG-01"],
          source: Rule.catalogSource,
          advice: "Move it to a place that the finding names.",
          bad: ["main: vpc { data: subnet { files: s3 } }\n"],
          good: ["main: vpc { data: subnet { db: rds } }\nfiles: s3\n"])
      }, check: .catalog),
    Rule(
      "name/unknown", .warning, "A name is declared nowhere and no service is called so",
      documentation: {
        RuleDocumentation(
          rationale: "A misspelt name would become a box of its own, joined to nothing that was "
            + "meant. Whoever reads the picture cannot tell.",
          source: Rule.catalogSource,
          advice: "Write the name that was meant, or declare the element.",
          bad: ["user -> cloudfrnt\n"], good: ["user -> cloudfront\n"])
      }, check: .catalog),
    Rule(
      "service/deprecated", .warning, "A service is closed to new customers, withdrawn or gone",
      documentation: {
        RuleDocumentation(
          rationale: "What takes no new customers cannot be chosen any more, and what is being "
            + "withdrawn has to be replaced in time. A service that has ended is an error.",
          source: Rule.catalogSource,
          advice: "Use the service that the finding names instead.",
          bad: ["editor: cloud9\n"], good: ["editor: ec2\n"])
      }, check: .catalog),
  ]
  /// The source of rules that rest on all of the catalog.
  private static let catalogSource =
    "the catalog, where each statement names its own source; a finding quotes it"
}
