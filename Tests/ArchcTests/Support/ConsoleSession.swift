import ArchTestSupport

/// What a user types and sees, as a golden file shows it: files, then commands with their answers.
///
/// ```
/// --- shop.arch
/// user -> clodfront
///
/// $ archc check shop.arch
/// …what it says
/// (exit code 0)
/// ```
///
/// Files and commands are read from the golden file itself, so a new case is a new file with them.
struct ConsoleSession {
  private(set) var files: [(name: String, text: String)] = []
  private(set) var commands: [String] = []

  init(_ golden: String) {
    var lines: [Substring] = []
    for line in golden.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- "), commands.isEmpty {
        endFile(lines)
        files.append((String(line.dropFirst(4)), ""))
        lines = []
      } else if line.hasPrefix("$ archc ") {
        if commands.isEmpty { endFile(lines) }
        commands.append(String(line.dropFirst(8)))
      } else {
        lines.append(line)
      }
    }
  }

  private mutating func endFile(_ lines: [Substring]) {
    guard !files.isEmpty else { return }
    files[files.count - 1].text = lines.dropLast().map { $0 + "\n" }.joined()
  }

  /// The session as it goes now.
  func replayed() throws -> String {
    try withProject { project in
      var text = ""
      for file in files {
        try project.write(file.name, file.text)
        text += "--- \(file.name)\n\(file.text)\n"
      }
      for command in commands {
        let result = try project.shell("\"$ARCHC\" \(command)")
        text += "$ archc \(command)\n\(result.out)\(result.err)(exit code \(result.code))\n\n"
      }
      return String(text.dropLast()).replacing(project.folder, with: "/project")
    }
  }
}
