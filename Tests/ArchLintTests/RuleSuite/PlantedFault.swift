import ArchSource

/// A fault that the author of a program put there on purpose and says so in a comment,
/// `#! W sqs/missing-dlq: nothing takes what fails`, on the line above it or behind it on its line.
/// Several comments above a line are all about that line.
struct PlantedFault: Sendable {
  /// Which line is at fault.
  var line: Int
  /// The rules of which one has to find it; none where there is no such rule.
  var rules: [String]
  /// What is wrong, in words.
  var text: String

  /// The faults of a file, in order.
  static func all(in text: String) -> [PlantedFault] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.compactMap { index in
      let line = lines[index]
      guard let mark = line.firstRange(of: "#! ") else { return nil }
      let isAbove = !line[..<mark.lowerBound].contains { $0 != " " }
      let spokenOf = isAbove ? lines[index...].firstIndex { !isComment($0) } : index
      return PlantedFault(line: (spokenOf ?? index) + 1, comment: line[mark.upperBound...])
    }
  }

  /// - Parameter comment: `W sqs/missing-dlq: nothing takes what fails`
  private init?(line: Int, comment: Substring) {
    guard let match = comment.wholeMatch(of: /[EWH]((?:,? [a-z0-9-]+\/[a-z0-9-]+)*): (.+)/) else {
      return nil
    }
    self.line = line
    rules = match.output.1.split { $0 == "," || $0 == " " }.map(String.init)
    text = String(match.output.2)
  }
}

private func isComment(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("#") }
