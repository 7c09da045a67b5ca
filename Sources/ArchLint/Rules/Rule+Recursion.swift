import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds functions that start themselves again by what they write.
  static let recursion = Rule(
    "loop/recursion", .warning, "A function starts itself again by what it writes",
    documentation: RuleDocumentation(
      rationale:
        "Each run causes the next one, so a single event keeps everything busy and is paid "
        + "for until somebody notices. Lambda cuts some of these loops off after about sixteen "
        + "rounds, which is a failure too.",
      facts: ["S3-B"],
      advice:
        "Write somewhere else, or state a filter on the edge that starts it; where the loop "
        + "is meant, say recursive-loop = allow of the function.",
      bad: [
        """
        jobs: sqs { dlq = failed }
        failed: sqs { retention = 14d }
        jobs -> worker: lambda
        worker -> jobs "later"
        """,
        """
        orders: dynamodb -> tell: lambda -> changed: sns -> sum: lambda
        orders <- sum "update"
        """,
      ],
      good: [
        """
        jobs: sqs { dlq = failed }
        failed: sqs { retention = 14d }
        later: sqs { dlq = failed }
        shop: app
        shop -> jobs -> worker: lambda -> later
        later -> evening: lambda
        """,
        """
        orders: dynamodb
        total: lambda
        orders -> total { filter = "eventName = INSERT" }
        total -> orders "update"
        """,
        """
        app -> total: lambda -> orders: dynamodb
        orders -> total "rows"
        """,
      ])
  ) { architecture, report in
    for loop in TriggerLoops(architecture).loops where !loop.isCertain {
      report.report(message(loop, architecture), loop: loop.edges, in: architecture)
    }
  }

  /// Finds functions that put objects into the bucket whose objects start them.
  static let bucketRecursion = Rule(
    "loop/bucket", .error, "A function puts objects into the bucket whose objects start it",
    documentation: RuleDocumentation(
      rationale:
        "Every object that it puts there is a new event, which starts it once more: one "
        + "upload never comes to rest. A prefix or suffix in the notification, or a second "
        + "bucket, ends the circle.",
      facts: ["S3-B", "S3-01"],
      advice:
        "Write into another bucket, or state a filter on the edge from the bucket that what "
        + "is written does not pass.",
      bad: [
        """
        photos: s3
        photos -> resize: lambda
        resize -> photos "thumbnail"
        """
      ],
      good: [
        """
        photos: s3
        photos -> resize: lambda
        resize -> thumbnails: s3 "thumbnail"
        """,
        """
        photos: s3
        resize: lambda
        photos -> resize { filter = "uploads/" }
        resize -> photos "thumbnail"
        """,
      ])
  ) { architecture, report in
    for loop in TriggerLoops(architecture).loops where loop.isCertain {
      report.report(message(loop, architecture), loop: loop.edges, in: architecture)
    }
  }
}

private func message(_ loop: TriggerLoops.Loop, _ architecture: Architecture) -> String {
  let names = loop.edges.map { architecture.name($0.source) }
  guard !loop.isDirect else {
    return "'\(names[1])' writes to '\(names[0])', and what arrives there starts it again"
  }
  let stations = Array(names.dropFirst(2)) + [names[0]]
  return "'\(names[1])' starts itself again by way of \(quotedList(stations))"
}
