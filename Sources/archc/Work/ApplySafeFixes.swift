import ArchDiagnostics
import ArchModel
import ArchSource

/// Applies the fixes that are certain to a file, again and again until there are none, and writes
/// the result whole or not at all. Files it imports are left to their own turn; so is standard
/// input.
func applySafeFixes(to input: Input, limits: Limits) throws(FileFailure) {
  guard let path = input.path else { return }
  // Each round mends what it can; a fix that makes its own problem again would otherwise go on
  // forever.
  let mostRounds = 10
  for _ in 0..<mostRounds {
    let compilation = try Compilation(input, limits: limits)
    let source = compilation.program.sources[.root]
    let edits = nonOverlappingEdits(of: compilation.report.diagnostics)
    guard !edits.isEmpty, let mended = source.applying(edits) else { return }
    try writeAtomically(mended, to: path)
  }
}

/// The edits of the first safe fix of each problem in the root file, leaving out fixes that touch
/// what an earlier one changes.
private func nonOverlappingEdits(of diagnostics: [Diagnostic]) -> [TextEdit] {
  var chosen: [TextEdit] = []
  for diagnostic in diagnostics {
    guard let fix = diagnostic.fixes.first(where: \.isSafe) else { continue }
    let isInRoot = fix.edits.allSatisfy { $0.location.source == .root }
    let isFree = fix.edits.allSatisfy { edit in
      chosen.allSatisfy { !touches($0.location.range, edit.location.range) }
    }
    if isInRoot, isFree { chosen += fix.edits }
  }
  return chosen
}

private func touches(_ left: ByteRange, _ right: ByteRange) -> Bool {
  left.lower <= right.upper && right.lower <= left.upper
}
