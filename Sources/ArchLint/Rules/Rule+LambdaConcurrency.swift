import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// The functions of an account need more runs at once than it has.
  static let lambdaAccountConcurrency = Rule(
    "lambda/account-concurrency", .warning,
    "The functions of an account and Region are to run more often at once than it allows",
    yieldsTo: ["lambda/over-reserved"],
    documentation: RuleDocumentation(
      rationale: """
        All functions of an account share one limit in each Region. At a busy moment that needs \
        more, calls are refused, and those of functions that have nothing to do with it as well.
        """,
      facts: ["LAM-10"],
      advice: """
        Ask AWS for a higher limit, cap the pollers with max-concurrency, or move a function into \
        an account of its own.
        """,
      bad: [
        """
        one: lambda { concurrency = 700 }
        two: lambda { concurrency = 400 }
        app -> one, two
        """
      ],
      good: [
        """
        one: lambda { concurrency = 500 }
        two: lambda { concurrency = 400 }
        app -> one, two
        """
      ])
  ) { architecture, report in
    let sums = ConcurrencySum.all(architecture) { needed($0, architecture) }
    for sum in sums where sum.total > accountLimit {
      let names = architecture.quoted(sum.parts.map(\.function))
      report.report(
        """
        together \(names) need \(Int(sum.total)) runs at once, and the account has \
        \(Int(accountLimit)) in a Region
        """,
        at: sum.parts[0].function, attribute: "concurrency",
        secondary: sum.labels(architecture, "concurrency"), evidence: [sum.evidence(architecture)])
    }
  }

  /// So much is reserved for some functions that too little is left for the others.
  static let lambdaOverReserved = Rule(
    "lambda/over-reserved", .warning,
    "Reserved and provisioned runs leave less than 100 to the other functions of the account",
    documentation: RuleDocumentation(
      rationale: """
        What is reserved for one function is taken from all others, whether it is used or not. \
        Lambda keeps 100 of an account's 1,000 runs back, and refuses a reservation beyond the rest.
        """,
      facts: ["LAM-07", "LAM-09", "LAM-10"],
      advice: "Reserve less, or ask AWS for a higher limit first.",
      bad: [
        """
        one: lambda { reserved-concurrency = 700 }
        two: lambda { reserved-concurrency = 400 }
        app -> one, two
        """
      ],
      good: [
        """
        one: lambda { reserved-concurrency = 500 }
        two: lambda { reserved-concurrency = 400 }
        app -> one, two
        """
      ])
  ) { architecture, report in
    let sums = ConcurrencySum.all(architecture) { reserved($0, architecture) }
    for sum in sums where sum.total > accountLimit - keptFree {
      let first = sum.parts[0].function
      let attribute =
        architecture.stated("reserved-concurrency", of: first) == nil
        ? "provisioned-concurrency" : "reserved-concurrency"
      report.report(
        """
        \(architecture.quoted(sum.parts.map(\.function))) reserve \(Int(sum.total)) of the \
        \(Int(accountLimit)) runs at once of an account, and \(Int(keptFree)) have to stay free
        """,
        at: first, attribute: attribute, secondary: sum.labels(architecture, attribute),
        evidence: [sum.evidence(architecture)])
    }
  }
}

/// How many runs at once an account has in a Region, until AWS grants more.
/// Source: fact LAM-10; AWS docs, Lambda quotas.
private let accountLimit = 1000.0
/// How many of them cannot be reserved. Source: fact LAM-07; AWS docs, Configuring reserved
/// concurrency.
private let keptFree = 100.0

/// What functions of one account and Region ask for, in the order of the text.
private struct ConcurrencySum {
  var parts: [(function: ElementID, runs: Double)] = []

  var total: Double { parts.reduce(0) { $0 + $1.runs } }

  static func all(
    _ architecture: Architecture, _ runs: (ElementID) -> Double?
  ) -> [ConcurrencySum] {
    var sums: [ConcurrencySum] = []
    var known: [[ElementID?]: Int] = [:]
    let functions = architecture.services(named: "lambda")
      .filter { architecture.model.services[$0].key == "lambda" }
      .flatMap { architecture.elements(ofService: $0) }
    for function in functions {
      guard let asked = runs(function) else { continue }
      let copies = architecture.value("count", of: function)?.magnitude ?? 1
      let place = [
        architecture.place("account", of: function), architecture.place("region", of: function),
      ]
      if known[place] == nil {
        known[place] = sums.count
        sums.append(ConcurrencySum())
      }
      if let index = known[place] { sums[index].parts.append((function, asked * copies)) }
    }
    return sums.map { $0.inTextOrder(architecture) }
  }

  private func inTextOrder(_ architecture: Architecture) -> ConcurrencySum {
    ConcurrencySum(
      parts: parts.sorted {
        architecture.model.elements[$0.function.index].declaration
          < architecture.model.elements[$1.function.index].declaration
      })
  }

  func labels(_ architecture: Architecture, _ attribute: String) -> [Label] {
    parts.dropFirst().prefix(8).map {
      architecture.label($0.function, attribute: attribute, "\(Int($0.runs)) more here")
    }
  }

  func evidence(_ architecture: Architecture) -> String {
    let shown = parts.prefix(8).map { part in
      "\(architecture.model[part.function].name) \(Int(part.runs))"
    }
    let rest = parts.dropFirst(8).reduce(0) { $0 + $1.runs }
    return (shown + (rest > 0 ? ["others \(Int(rest))"] : [])).joined(separator: " + ")
      + " = \(Int(total))"
  }
}

/// What is set aside for a function: provisioned runs are part of its reserved ones.
private func reserved(_ function: ElementID, _ architecture: Architecture) -> Double? {
  let names = ["reserved-concurrency", "provisioned-concurrency"]
  return names.compactMap { architecture.stated($0, of: function)?.value.magnitude }.max()
}

/// How many runs at once the busiest moment needs: what the function says, else what its pollers
/// may start.
private func needed(_ function: ElementID, _ architecture: Architecture) -> Double? {
  if let stated = architecture.stated("concurrency", of: function) { return stated.value.magnitude }
  let caps = architecture.incoming(function).map { architecture.edges[Int($0)] }
    .filter { $0.invocation == .polled }
    .compactMap { architecture.stated("max-concurrency", of: $0)?.value.magnitude }
  return caps.isEmpty ? nil : caps.reduce(0, +)
}
