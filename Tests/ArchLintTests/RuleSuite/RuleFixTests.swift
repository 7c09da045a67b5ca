import ArchDiagnostics
import ArchFormat
import ArchLint
import ArchSource
import ArchSyntax
import Testing

@Test(arguments: RuleCase.all.filter(\.rule.documentation.hasFix))
func `The fix mends a bad program wholly and leaves it formatted`(rule: RuleCase) {
  for text in rule.rule.documentation.bad {
    let before = formatted(text)
    let after = fixed(before)
    let left = findings(in: after)
    if before == after {
      Issue.record("nothing is fixed in\n\(before)")
    } else if !left.isEmpty {
      Issue.record("left over:\n\(described(left, in: after))\nin\n\(after)")
    } else if formatted(after) != after {
      Issue.record("not formatted:\n\(after)\nwhich ought to be\n\(formatted(after))")
    }
  }
}

/// A text in the one style of the language.
private func formatted(_ text: String) -> String {
  let parsed = parse(SourceText(name: "example.arch", text))
  return String(decoding: format(parsed), as: UTF8.self)
}

/// A text after its safe fixes, applied until nothing changes; at most ten times, for a fix might
/// make its own problem again.
private func fixed(_ text: String) -> String {
  var text = text
  for _ in 0..<10 {
    let edits = safeEdits(findings(in: text))
    guard !edits.isEmpty,
      let mended = SourceText(name: "example.arch", text).applying(edits)
    else { break }
    text = String(decoding: mended, as: UTF8.self)
  }
  return text
}

/// The edits of the safe fixes that do not touch one another.
private func safeEdits(_ findings: [Diagnostic]) -> [TextEdit] {
  var chosen: [TextEdit] = []
  for fix in findings.compactMap({ $0.fixes.first(where: \.isSafe) }) {
    let isFree = fix.edits.allSatisfy { edit in
      chosen.allSatisfy { !touch($0.location.range, edit.location.range) }
    }
    if isFree { chosen += fix.edits }
  }
  return chosen
}

private func touch(_ left: ByteRange, _ right: ByteRange) -> Bool {
  left.lower <= right.upper && right.lower <= left.upper
}
