import ArchDiagnostics
import Glibc

/// Something that could not be done with a file, and why.
struct FileFailure: Error, Equatable {
  /// What was tried.
  enum Action: String {
    case read
    case write
    case list
    case `import`
    case mend
  }

  /// What it was tried on.
  enum Subject: Equatable {
    case path(String)
    case standardInput
    case standardOutput
    case standardError
  }

  /// Why it failed.
  enum Reason: Equatable {
    /// A system call failed with this `errno`.
    case system(Int32)
    /// The path names a folder, a pipe, a device or a socket.
    case isNoFile(FileKind)
    /// The content has more bytes than allowed.
    case isTooLarge(limit: Int)
    case isEmptyPath
    case isAbsolutePath
    case holdsNUL
    /// A pattern that fits no file.
    case matchesNothing
    /// The path leads out of this folder.
    case isOutside(root: String)
    /// The content cannot be written back as it is.
    case isNoText
    case isLink
    /// Fixes bring one another's problems back.
    case fixesGoRound
    /// The fix of this rule, if it is known which, would make the syntax wrong.
    case fixBreaksSyntax(rule: String?)
    /// Something else stands where a baseline is to be written or read.
    case isNoBaseline(reason: String)
  }

  var action: Action
  var subject: Subject
  var reason: Reason

  init(_ action: Action, _ subject: Subject, _ reason: Reason) {
    self.action = action
    self.subject = subject
    self.reason = reason
  }

  init(_ action: Action, _ path: String, _ reason: Reason) {
    self.init(action, .path(path), reason)
  }

  /// The failure in one sentence that is safe to print, such as "cannot read 'x.arch': permission
  /// denied".
  var sentence: String { "cannot \(action.rawValue) \(subjectWords): \(reasonWords)" }

  private var subjectWords: String {
    switch subject {
    case .path(let path): "'\(visibleText(path))'"
    case .standardInput: "standard input"
    case .standardOutput: "standard output"
    case .standardError: "standard error"
    }
  }

  /// The reason alone, as in "permission denied".
  var reasonWords: String {
    switch reason {
    case .system(let code): systemWords(code)
    case .isNoFile(let kind): "it is \(kind.words), not a file"
    case .isTooLarge(let limit):
      "it is larger than \(byteCount(limit)); split it with 'import', or raise the limits with "
        + "--large"
    case .isEmptyPath: "the path is empty"
    case .isAbsolutePath:
      action == .import
        ? "the path must be relative to the file that imports it" : "the path must be relative"
    case .matchesNothing: "there is no such file"
    case .holdsNUL: "the path holds a zero byte"
    case .isOutside(let root): "it lies outside the project folder '\(visibleText(root))'"
    case .isNoText: "it is not UTF-8 text"
    case .isLink: "it is a symbolic link; name the file it leads to"
    case .fixesGoRound: "its fixes bring one another's problems back, so it stays as it was"
    case .fixBreaksSyntax(let rule):
      (rule.map { "the fix of '\(visibleText($0))'" } ?? "a fix")
        + " would make its syntax wrong, so it stays as it was"
    case .isNoBaseline(let reason): reason
    }
  }
}

/// What `strerror` says, in the middle of a sentence.
private func systemWords(_ code: Int32) -> String {
  guard let words = strerror(code) else { return "error \(code)" }
  let text = String(cString: words)
  return text.prefix(1).lowercased() + text.dropFirst()
}

private func byteCount(_ count: Int) -> String {
  let mebibyte = 1 << 20
  return count > 0 && count.isMultiple(of: mebibyte) ? "\(count / mebibyte) MiB" : "\(count) bytes"
}
