import ArchDiagnostics
import ArchLint
import Testing

/// The variations under which a rule need not speak, and why. A rule has three others at least.
private let exceptions: [String: (variations: Set<Mutation>, reason: String)] = [
  "topology/dead-end": (
    [.imported, .importedUnderName], "what a shared file leaves open is for those who import it"
  ),
  "topology/orphan": (
    [.imported, .importedUnderName], "a shared file may hold more than one diagram uses"
  ),
]

@Test(arguments: RuleCase.all)
func `However a bad program is written, its fault is found`(rule: RuleCase) {
  for text in rule.rule.documentation.bad {
    let count = rule.own(findings(in: text)).count
    for mutation in Mutation.allCases where !isException(rule, mutation) {
      guard let mutant = mutation.applied(to: text) else { continue }
      let found = mutant.findings
      guard rule.own(found).count != count else { continue }
      Issue.record(
        """
        \(mutation.rawValue): \(rule.own(found).count) findings of the rule, not \(count):
        \(described(found, in: mutant.root))
        in
        \(mutant)
        """)
    }
  }
}

@Test(arguments: RuleCase.all)
func `However a good program is written, nothing is found`(rule: RuleCase) {
  // What is found in a good program as it stands is for another test to tell.
  for text in rule.rule.documentation.good where findings(in: text).isEmpty {
    for mutation in Mutation.allCases where !isException(rule, mutation) {
      guard let mutant = mutation.applied(to: text) else { continue }
      let found = mutant.findings
      guard !found.isEmpty else { continue }
      Issue.record(
        "\(mutation.rawValue):\n\(described(found, in: mutant.root))\nin\n\(mutant)")
    }
  }
}

@Test(arguments: RuleCase.all)
func `Three variations at least are tried on each rule`(rule: RuleCase) {
  for text in rule.rule.documentation.bad {
    let tried = Mutation.allCases.filter {
      !isException(rule, $0) && $0.applied(to: text) != nil
    }
    #expect(tried.count >= 3, "only \(tried.map(\.rawValue))")
  }
}

@Test func `Exceptions from the variations are of rules there are`() {
  #expect(exceptions.keys.filter { RuleBook.rule($0) == nil }.sorted() == [])
  #expect(exceptions.values.allSatisfy { !$0.reason.isEmpty })
}

private func isException(_ rule: RuleCase, _ mutation: Mutation) -> Bool {
  exceptions[rule.id]?.variations.contains(mutation) ?? false
}
