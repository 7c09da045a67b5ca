package import ArchDiagnostics
package import ArchModel
import ArchSource
import ArchSyntax

/// Everything that is to be said about a program: what reading and resolving found, without what
/// the text allows, and with what is wrong with the allowances themselves.
///
/// Warnings and hints can be allowed; errors cannot, for without mending them there is no picture.
package func lint(_ program: Program, _ resolved: ResolvedModel) -> [Diagnostic] {
  var tables: [LineTable] = []
  var allowances: [[Allowance]] = []
  var problems: [Diagnostic] = []
  for file in program.files {
    let lines = LineTable(file.parsed.tree.source)
    let reader = AllowanceReader(file.parsed.tree, lines: lines)
    tables.append(lines)
    allowances.append(reader.allowances)
    problems += reader.problems
  }
  var kept: [Diagnostic] = []
  for diagnostic in program.diagnostics + resolved.diagnostics {
    let place = diagnostic.primary.location
    let line = tables[place.source.index].line(at: Int(place.range.lower))
    let allowing = allowances[place.source.index].firstIndex { $0.covers(diagnostic, line: line) }
    if let allowing, diagnostic.severity < .error {
      allowances[place.source.index][allowing].isUsed = true
    } else {
      kept.append(diagnostic)
      if let allowing { allowances[place.source.index][allowing].error = diagnostic.id }
    }
  }
  return (kept + problems + allowances.joined().compactMap(problem)).inReadingOrder()
}

/// What is wrong with an allowance after everything was held against it.
private func problem(_ allowance: Allowance) -> Diagnostic? {
  if let error = allowance.error { return .allowedError(error.name, at: allowance.location) }
  return allowance.isUsed ? nil : .unusedAllowance(allowance)
}
