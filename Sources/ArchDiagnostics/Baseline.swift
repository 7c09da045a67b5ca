/// Findings that a project has decided to live with for now: they are known, and not reported.
///
/// Kept as JSON in the order of paths, so that a changed baseline reads well in a review. Findings
/// are told apart by their fingerprints, which do not change when lines move; those with equal
/// ones are counted.
package struct Baseline: Sendable, Equatable {
  /// Equal findings of one file.
  package struct Entry: Sendable, Equatable {
    /// The path from the folder of the baseline.
    package var path: String
    package var rule: String
    /// For people who read the file.
    package var message: String
    package var fingerprint: String
    package var count: Int
  }

  /// The entries in the order of path, rule and fingerprint.
  package private(set) var entries: [Entry]

  /// Why a text is no baseline: a sentence without a full stop.
  package struct Malformed: Error, Equatable {
    package var reason: String
  }

  /// Records problems.
  ///
  /// - Parameter found: Each problem with the path of its file from the folder of the baseline.
  package init(_ found: [(problem: Diagnostic, path: String)]) {
    var entries: [String: Entry] = [:]
    for (problem, path) in found {
      let fingerprint = problemFingerprint(problem, path: path)
      let entry = Entry(
        path: path, rule: problem.id.name, message: problem.message, fingerprint: fingerprint,
        count: 0)
      entries[fingerprint, default: entry].count += 1
    }
    self.entries = entries.values.sorted { $0.precedes($1) }
  }

  /// Reads the text of a baseline.
  package init(json bytes: [UInt8]) throws(Malformed) {
    let document: JSONValue
    do throws(JSONProblem) {
      document = try JSONReader.value(of: bytes)
    } catch {
      let line = 1 + bytes[..<error.offset].count { $0 == UInt8(ascii: "\n") }
      throw Malformed(reason: "it is no JSON (line \(line): \(error.message))")
    }
    guard case .integer(let version)? = document["version"],
      case .array(let findings)? = document["findings"]
    else { throw Malformed(reason: "it is no baseline: it has no 'version' and 'findings'") }
    guard version == Self.version else {
      throw Malformed(
        reason: "it has version \(version), and this archc knows version \(Self.version)")
    }
    entries = []
    for (index, finding) in findings.enumerated() {
      guard let entry = Entry(finding) else {
        throw Malformed(
          reason: "finding \(index + 1) has no path, rule, message, fingerprint or count")
      }
      entries.append(entry)
    }
    entries.sort { $0.precedes($1) }
  }

  /// The baseline as text.
  package var json: String {
    let document: JSONValue = [
      "version": .integer(Self.version), "findings": .array(entries.map(\.json)),
    ]
    return JSONWriter.text(document, .pretty) + "\n"
  }

  private static let version = 1
}

extension Baseline.Entry {
  fileprivate init?(_ value: JSONValue) {
    guard case .string(let path)? = value["path"], case .string(let rule)? = value["rule"],
      case .string(let message)? = value["message"],
      case .string(let fingerprint)? = value["fingerprint"],
      case .integer(let count)? = value["count"], (1...1_000_000_000).contains(count)
    else { return nil }
    self.init(path: path, rule: rule, message: message, fingerprint: fingerprint, count: count)
  }

  fileprivate var json: JSONValue {
    [
      "path": .string(path), "rule": .string(rule), "message": .string(message),
      "fingerprint": .string(fingerprint), "count": .integer(count),
    ]
  }

  fileprivate func precedes(_ other: Baseline.Entry) -> Bool {
    let left = [path, rule, message, fingerprint]
    let right = [other.path, other.rule, other.message, other.fingerprint]
    for (left, right) in zip(left, right) where !left.utf8.elementsEqual(right.utf8) {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return count < other.count
  }
}
