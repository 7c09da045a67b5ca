import ArchCatalog
package import ArchDiagnostics
package import ArchModel
import ArchSource
import ArchSyntax

/// Everything that is to be said about a program: what reading and resolving found, what the
/// checks found, without what the text allows, and with what is wrong with the allowances
/// themselves.
///
/// Warnings and hints can be allowed, and all that the checks find: their author may know better.
/// Errors of reading and resolving cannot, for without mending them there is no picture.
///
/// - Parameters:
///   - settings: What the project says about severities. It is heeded last, when all allowances
///     have been held against what was found.
///   - paths: The path of each source, for the settings; the names of the sources if left out.
///   - rules: Which rules are tried.
///   - least: The least severity that anybody will see: rules below it are not tried, unless the
///     text or the settings speak of them.
///   - timings: Is told how long each part took, where it wants to know.
package func lint(
  _ program: Program, _ resolved: ResolvedModel, settings: LintSettings = .standard,
  paths: [String]? = nil, rules: RuleSelection = .all, least: Severity = .hint,
  timings: inout RuleTimings
) -> [Diagnostic] {
  let paths = paths ?? program.sources.sources.map(\.name)
  var sieve = AllowanceSieve(program, paths.map(settings.settings))
  for diagnostic in program.diagnostics + resolved.diagnostics {
    sieve.pour(diagnostic, canBeAllowed: diagnostic.severity < .error)
  }
  let named = sieve.namedRules.union(settings.namedRules)
  let found = findings(program, resolved, rules, least: least, named: named, &timings)
  for diagnostic in found { sieve.pour(diagnostic, canBeAllowed: true) }
  return (sieve.kept + sieve.problems).inReadingOrder()
}

/// Everything that is to be said about a program, without measuring how long that takes.
package func lint(
  _ program: Program, _ resolved: ResolvedModel, settings: LintSettings = .standard,
  paths: [String]? = nil
) -> [Diagnostic] {
  var timings = RuleTimings()
  return lint(program, resolved, settings: settings, paths: paths, timings: &timings)
}

/// Which rules are tried on a program.
package enum RuleSelection: Sendable {
  /// The bundled ones and those that its files declare.
  case all
  /// Those that its files declare.
  case ofProgram
}

/// What all checks find.
private func findings(
  _ program: Program, _ resolved: ResolvedModel, _ selection: RuleSelection, least: Severity,
  named: Set<String>, _ timings: inout RuleTimings
) -> [Diagnostic] {
  let model = resolved.model
  let background = Background(resolved.catalog)
  let own = readRules(of: program, resolved.catalog, areChecked: selection == .all)
  let defaults = AttributeDefaults(model)
  let connections = timings.measure("connections") {
    checkConnections(model, defaults, background)
  }
  let architecture = timings.measure("graph") { Architecture(model, connections.edges, defaults) }
  let rules = timings.measure("reading rules") {
    selection == .ofProgram
      ? [] : RuleBook.rules(for: RuleRequest(architecture, least: least, named: named))
  }
  let found = checkRules(
    rules.hidden(by: own.rules), architecture,
    program.files.map(\.parsed.tree), background, impossible: connections.impossible,
    timings: &timings)
  return connections.problems + own.problems + found
    + timings.measure("attributes") { checkAttributes(model, background) }
    + timings.measure("lifecycle") { checkLifecycle(model, background) }
}

extension [Rule] {
  /// The rules without those of whose name there is another one, and those others.
  fileprivate func hidden(by others: [Rule]) -> [Rule] {
    guard !others.isEmpty else { return self }
    let names = Set(others.map(\.id))
    return filter { !names.contains($0.id) } + others
  }
}

/// The rules that a program's own files declare. Those of the file itself are held against their
/// examples.
private func readRules(
  of program: Program, _ catalog: Catalog, areChecked: Bool
) -> (rules: [Rule], problems: [Diagnostic]) {
  var rules: [Rule] = []
  var problems: [Diagnostic] = []
  var ofRoot: [(rule: Rule, syntax: RuleSyntax)] = []
  for (index, file) in program.files.enumerated() {
    for case .rule(let syntax) in file.parsed.file.statements {
      let reading = readRule(syntax)
      problems += reading.problems
      guard let rule = reading.rule else { continue }
      if areChecked { problems += typeProblems(of: rule, in: catalog) }
      rules.append(rule)
      if index == 0, areChecked { ofRoot.append((rule, syntax)) }
    }
  }
  for (rule, syntax) in ofRoot { problems += checkExamples(of: rule, syntax, in: program) }
  return (rules, problems)
}

/// Holds back the problems that the text allows.
private struct AllowanceSieve {
  /// What came through.
  private(set) var kept: [Diagnostic] = []
  private var tables: [LineTable] = []
  private var allowances: [[Allowance]] = []
  private var misspelled: [Diagnostic] = []
  /// What holds in each source.
  private let settings: [FileLintSettings]

  init(_ program: Program, _ settings: [FileLintSettings]) {
    self.settings = settings
    for file in program.files {
      let lines = LineTable(file.parsed.tree.source)
      let reader = AllowanceReader(file.parsed.tree, lines: lines)
      tables.append(lines)
      allowances.append(reader.allowances)
      misspelled += reader.problems
    }
  }

  mutating func pour(_ diagnostic: Diagnostic, canBeAllowed: Bool) {
    let place = diagnostic.primary.location
    let line = tables[place.source.index].line(at: Int(place.range.lower))
    let allowing = allowances[place.source.index].firstIndex { $0.covers(diagnostic, line: line) }
    if let allowing, canBeAllowed {
      allowances[place.source.index][allowing].isUsed = true
    } else {
      if let kept = applied(to: diagnostic, canBeChanged: canBeAllowed) { self.kept.append(kept) }
      if let allowing { allowances[place.source.index][allowing].error = diagnostic.id }
    }
  }

  /// The rules that the text allows something of.
  var namedRules: Set<String> { Set(allowances.joined().flatMap(\.rules)) }

  /// What is wrong with the allowances after everything was held against them.
  var problems: [Diagnostic] {
    (misspelled + allowances.joined().compactMap(problem))
      .compactMap { applied(to: $0, canBeChanged: true) }
  }

  private func problem(_ allowance: Allowance) -> Diagnostic? {
    if let error = allowance.error { return .allowedError(error.name, at: allowance.location) }
    return allowance.isUsed || isIdle(allowance) ? nil : .unusedAllowance(allowance)
  }

  /// Whether an allowance speaks only of what is switched off in its file anyway: it may well be
  /// needed where the settings are others.
  private func isIdle(_ allowance: Allowance) -> Bool {
    allowance.rules.allSatisfy(settings[allowance.location.source.index].isOff)
  }

  private func applied(to diagnostic: Diagnostic, canBeChanged: Bool) -> Diagnostic? {
    settings[diagnostic.primary.location.source.index]
      .applied(to: diagnostic, canBeChanged: canBeChanged)
  }
}
