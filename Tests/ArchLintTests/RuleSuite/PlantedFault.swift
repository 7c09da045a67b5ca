import ArchSource

/// A fault that the author of a program put there on purpose and says so in a comment,
/// `#! W SQS-11: nothing takes what fails`, on the line above it or behind it on its line. Several
/// comments above a line are all about that line.
struct PlantedFault: Sendable {
  /// Which line is at fault.
  var line: Int
  /// `E`, `W` or `H`, the facts or checks it goes against, and the fault in words.
  var text: String

  /// The faults of a file, in order.
  static func all(in text: String) -> [PlantedFault] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var faults: [PlantedFault] = []
    for (index, line) in lines.enumerated() {
      guard let mark = line.firstRange(of: "#! ") else { continue }
      let isAbove = line.drop { $0 == " " }.startIndex == mark.lowerBound
      let spokenOf =
        isAbove
        ? lines[index...].firstIndex { !$0.drop { $0 == " " }.hasPrefix("#") } ?? index : index
      faults.append(PlantedFault(line: spokenOf + 1, text: String(line[mark.upperBound...])))
    }
    return faults
  }
}
