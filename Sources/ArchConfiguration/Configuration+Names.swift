import ArchCatalog
package import ArchDiagnostics
package import ArchLint
import ArchSource

extension Configuration {
  /// What is wrong with the names of rules for which severities are set: those that nothing is
  /// called by, and those of errors that cannot be switched off or lowered.
  ///
  /// Apart from reading, because the names are known only when the project's own rules are.
  package func problemsWithNames(among kinds: ProblemKinds) -> [Diagnostic] {
    let all = choices + paths.flatMap(\.choices)
    let check = NameCheck(kinds)
    return all.compactMap(check.problem).inReadingOrder()
  }

  /// Whether there is any name to check.
  package var namesRules: Bool { !choices.isEmpty || paths.contains { !$0.choices.isEmpty } }
}

private struct NameCheck {
  private let kinds: ProblemKinds
  /// The first parts of the names of kinds.
  private let families: Set<String>
  private let changeableFamilies: Set<String>

  init(_ kinds: ProblemKinds) {
    self.kinds = kinds
    changeableFamilies = Set(kinds.changeable.map { family(of: $0) })
    families = changeableFamilies.union(kinds.fixed.map { family(of: $0) })
  }

  func problem(_ choice: Configuration.Choice) -> Diagnostic? {
    let name = choice.name.value
    if name.hasSuffix("/*") {
      let family = String(name.dropLast(2))
      if changeableFamilies.contains(family) { return nil }
      if families.contains(family) { return fixedProblem(choice) }
      let near = nearest(to: family, among: families).map { "\($0)/*" }
      return unknown(choice, "no rules are called", near)
    }
    if kinds.changeable.contains(name) { return nil }
    if kinds.fixed.contains(name) { return fixedProblem(choice) }
    let near = nearest(to: name, among: kinds.changeable.union(kinds.fixed))
    return unknown(choice, "no rule is called", near)
  }

  private func unknown(
    _ choice: Configuration.Choice, _ words: String, _ near: String?
  ) -> Diagnostic {
    let location = choice.name.location
    return Diagnostic(
      "configuration/unknown-rule", .error,
      "\(words) '\(choice.name.value)'" + didYouMean(near), at: location,
      notes: [
        "a finding shows the name of its rule in brackets; a family of rules is written \"sqs/*\""
      ],
      fixes: near.map { [FixIt("write \"\($0)\"", [.init(location, "\"\($0)\"")], isSafe: false)] }
        ?? [])
  }

  /// An error that is set to what it is anyway is no mistake.
  private func fixedProblem(_ choice: Configuration.Choice) -> Diagnostic? {
    if choice.setting == .severity(.error) { return nil }
    return Diagnostic(
      "configuration/fixed-rule", .error,
      "'\(choice.name.value)' cannot be switched off or lowered", at: choice.name.location,
      notes: ["without mending such an error there is no picture"])
  }
}

/// The part of a name before its slash.
private func family(of name: String) -> String { String(name.prefix { $0 != "/" }) }
