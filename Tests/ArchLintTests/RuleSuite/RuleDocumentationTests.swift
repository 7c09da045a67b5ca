import ArchCatalog
import ArchDiagnostics
import ArchLint
import Testing

private let rules = RuleBook.all
private let facts = CatalogSnapshot.bundled.services.flatMap(\.facts)

/// The rules for which something holds that must not, with a word about it.
private func problems(_ problem: (Rule, RuleDocumentation) -> String?) -> [String] {
  rules.compactMap { rule in
    problem(rule, rule.documentation).map { "\(rule.id.name): \($0)" }
  }
}

// MARK: Words

@Test func `A rule is called family/fault, and no two are called the same`() {
  expectNone(
    problems { rule, _ in
      rule.id.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*/) == nil
        ? "no name" : nil
    })
  let names = rules.map(\.id.name)
  expectNone(zip(names, names.dropFirst()).filter { $0 == $1 }.map(\.0))
}

@Test func `A summary says what is wrong, without a full stop`() {
  expectNone(
    problems { rule, _ in
      let summary = rule.summary
      let isTitle = summary.first.map { $0.isUppercase || $0.isNumber || $0 == "'" } ?? false
      return isTitle && !summary.hasSuffix(".") && summary != rule.id.name ? nil : summary
    })
}

@Test func `A rationale has one to three sentences`() {
  expectNone(
    problems { _, documentation in
      let text = documentation.rationale
      let count = text.matches(of: /[.!?](?=\s+\S|\s*$)/).count
      return (1...3).contains(count) && text.hasSuffix(".")
        ? nil : "\(count) sentences: \(text)"
    })
}

@Test func `A rule says what to do, or does it`() {
  expectNone(
    problems { rule, documentation in
      if documentation.advice?.isEmpty == false || documentation.hasFix { return nil }
      if case .pattern(let check) = rule.check, !check.suggestion.isEmpty { return nil }
      return "neither advice nor a fix"
    })
}

@Test func `A rule has a bad program and a good one`() {
  expectNone(
    problems { _, documentation in
      documentation.bad.isEmpty || documentation.good.isEmpty
        ? "\(documentation.bad.count) bad, \(documentation.good.count) good" : nil
    })
}

@Test func `Rules like it are those of tools we know`() {
  let known = /(cfn-lint|cdk-nag|checkov|serverless-rules|cdk-preflight) \S.*/
  expectNone(
    problems { _, documentation in
      let others = documentation.equivalents.filter { $0.wholeMatch(of: known) == nil }
      return others.isEmpty ? nil : "\(others)"
    })
}

@Test func `A rule yields to rules there are`() {
  let names = Set(rules.map(\.id))
  expectNone(
    problems { rule, _ in
      let others = rule.yieldsTo.filter { !names.contains($0) || $0 == rule.id }
      return others.isEmpty ? nil : "\(others.map(\.name))"
    })
}

// MARK: Facts

@Test func `A rule rests on facts there are, or names a source`() {
  expectNone(
    problems { _, documentation in
      if documentation.facts.isEmpty, documentation.source.isEmpty { return "no facts, no source" }
      let unknown = documentation.facts.filter { CatalogSnapshot.bundled.fact($0) == nil }
      return unknown.isEmpty ? nil : "unknown facts \(unknown)"
    })
}

@Test func `What rests on unverified facts alone is no error`() {
  expectNone(
    problems { rule, documentation in
      guard rule.severity == .error, documentation.source.isEmpty else { return nil }
      let cited = documentation.facts.compactMap { CatalogSnapshot.bundled.fact($0) }
      return !cited.isEmpty && cited.allSatisfy(\.isUnverified)
        ? "an error by \(documentation.facts)" : nil
    })
}
