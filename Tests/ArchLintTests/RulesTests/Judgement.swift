import ArchDiagnostics
import Testing

/// The findings of one family of rules about a text, as `id: message`.
func findings(of family: String, in text: String) -> [String] {
  lint(text).filter { $0.id.name.hasPrefix(family) }.map { "\($0.id.name): \($0.message)" }
}

/// The words that messages put in quotes, by rule, for tests that ask who is accused.
func accused(by rule: String, in text: String) -> [[String]] {
  lint(text).filter { $0.id.name == rule }.map { diagnostic in
    diagnostic.message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
