import ArchCatalog
package import ArchDiagnostics
import ArchSource

/// What is said about settings and their values.
extension Diagnostic {
  static func unknownKey(_ member: TOMLTable.Member, among keys: [String]) -> Diagnostic {
    let location = Location(.root, member.keyRange)
    let near = nearest(to: member.key, among: keys)
    return Diagnostic(
      "configuration/unknown-key", .error,
      "there is no setting '\(member.key)'" + didYouMean(near), at: location,
      notes: ["the settings here are \(keys.joined(separator: ", "))"],
      fixes: near.map { [.replacing(location, with: $0)] } ?? [])
  }

  static func wrongType(
    _ value: TOMLValue, of member: TOMLTable.Member, expected: String
  ) -> Diagnostic {
    Diagnostic(
      "configuration/type", .error, "'\(member.key)' takes \(expected), not \(value.description)",
      at: Location(.root, value.range))
  }

  static func unknownSeverity(
    _ word: Configuration.Located<String>, among words: [String]
  ) -> Diagnostic {
    let near =
      words.first { word.value.count > 2 && $0.hasPrefix(word.value) }
      ?? nearest(to: word.value, among: words)
    return Diagnostic(
      "configuration/severity", .error,
      "'\(word.value)' is no severity" + didYouMean(near), at: word.location,
      notes: ["it is \(words.alternatives)"],
      fixes: near.map { [.replacing(word.location, with: "\"\($0)\"")] } ?? [])
  }

  static func badPattern(_ text: Configuration.Located<String>, _ fault: String) -> Diagnostic {
    Diagnostic(
      "configuration/path", .error, "'\(text.value)' matches no path: \(fault)",
      at: text.location,
      notes: [
        "patterns are those of .gitignore: 'drafts/', '*.draft.arch', 'legacy/**/old-*.arch'"
      ])
  }

  static func sectionWithoutMatch(at location: Location) -> Diagnostic {
    Diagnostic(
      "configuration/path", .error, "this says nothing about which files it is for",
      at: location, notes: ["add, for example, match = [\"legacy/**\"]"])
  }

  /// A path of the configuration that leads to no file that can be used.
  package static func unusablePath(
    _ path: Configuration.Located<String>, _ reason: String
  ) -> Diagnostic {
    Diagnostic(
      "configuration/path", .error, "cannot use '\(path.value)': \(reason)", at: path.location,
      notes: ["paths count from the folder of the configuration and stay inside the project"])
  }
}

extension FixIt {
  fileprivate static func replacing(_ location: Location, with text: String) -> FixIt {
    FixIt("write \(text)", [TextEdit(location, text)], isSafe: false)
  }
}

/// The question behind a message about an unknown word.
func didYouMean(_ near: String?) -> String { near.map { "; did you mean '\($0)'?" } ?? "" }
