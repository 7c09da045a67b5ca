import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax
import Glibc

/// Mends a file with the fixes that are certain, again and again until there are none, and writes
/// the result at the end: whole or not at all.
///
/// Files it imports are left to their own turn. The file stays as it was where it could not be
/// written back as it is, where fixes bring one another's problems back, and where one of them
/// would make the syntax wrong.
struct SafeFixes {
  let limits: Limits
  /// Finds what is wrong with the file if it has this text.
  let check: (_ text: [UInt8]) throws(FileFailure) -> Report

  /// Fixes at one place go one after the other; more than this nobody writes in one place.
  private static let mostRounds = 64

  /// Mends a file and returns how many findings that took away.
  func mend(_ path: String) throws(FileFailure) -> Int {
    var text = try readFile(path, limit: limits.parse.bytes)
    var seen: Set<Int> = [text.hashValue]
    var count = 0
    for _ in 0..<Self.mostRounds {
      let report = try check(text)
      let fixes = FixSelection(report.diagnostics, in: report.sources)
      if fixes.isEmpty {
        if count > 0 { try writeAtomically(text, to: path) }
        return count
      }
      if count == 0 { try refuseUnwritable(path, text) }
      guard let mended = fixes.applied, seen.insert(mended.hashValue).inserted else {
        throw FileFailure(.mend, path, .fixesGoRound)
      }
      try refuseBroken(path, text, mended, fixes)
      text = mended
      count += fixes.count
    }
    throw FileFailure(.mend, path, .fixesGoRound)
  }

  // MARK: Refusals

  /// Refuses a file that could not be written back as it is, or that somebody protects.
  private func refuseUnwritable(_ path: String, _ text: [UInt8]) throws(FileFailure) {
    if String(validating: text, as: UTF8.self) == nil {
      throw FileFailure(.mend, path, .isNoText)
    }
    let mode: mode_t
    do throws(SystemError) {
      mode = try status(of: path, followingLinks: false).st_mode
    } catch {
      throw FileFailure(.mend, path, .system(error.code))
    }
    if FileKind(mode: mode) == .link { throw FileFailure(.mend, path, .isLink) }
    // A new file takes the place of the old one, for which the old one's mode would not matter; and
    // to root it never does.
    let isReadOnly = mode & (S_IWUSR | S_IWGRP | S_IWOTH) == 0
    if isReadOnly || access(path, W_OK) != 0 {
      throw FileFailure(.mend, path, .system(EACCES))
    }
  }

  /// Refuses a text that is too large, or has more errors of syntax than the one before.
  private func refuseBroken(
    _ path: String, _ text: [UInt8], _ mended: [UInt8], _ fixes: FixSelection
  ) throws(FileFailure) {
    if mended.count > limits.parse.bytes {
      throw FileFailure(.mend, path, .isTooLarge(limit: limits.parse.bytes))
    }
    let before = syntaxErrors(text)
    guard syntaxErrors(mended) > before else { return }
    let culprit = fixes.alone.first { syntaxErrors($0.text) > before }
    throw FileFailure(.mend, path, .fixBreaksSyntax(rule: culprit?.rule))
  }

  private func syntaxErrors(_ text: [UInt8]) -> Int {
    let parsed = parse(SourceText(name: "", bytes: text), limits: limits.parse)
    return parsed.diagnostics.count { $0.severity == .error }
  }
}
