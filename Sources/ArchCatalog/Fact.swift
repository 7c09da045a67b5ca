package import ArchSource

/// One thing that is known about a service and can be looked up: the footnote behind an attribute,
/// a connection or a rule.
package struct Fact: Sendable, Equatable {
  /// `SNS-01`
  package var id: String
  /// The fact in one sentence, as it is today.
  package var statement: String
  /// Where it was looked up.
  package var source = ""
  /// How it was, where it has changed: `until 2024-06: 29 s everywhere`.
  package var before: String?
  /// Whether it is well known but was found in no primary source; it never makes an error.
  package var isUnverified = false
  /// Why no diagram decides it.
  package var note: String?
  package var declaration: Location

  /// The fact as a footnote: `Subscribers are … [SNS-01: botocore 1.43.11]`.
  package var footnote: String {
    "\(statement) [\(source.isEmpty ? id : "\(id): \(source)")]"
  }
}

/// Whether a service may be chosen for something new.
package struct Lifecycle: Sendable, Equatable {
  package enum Status: String, Sendable, CaseIterable {
    case active
    /// Closed to new customers, or kept without new features.
    case maintenance
    /// Its end is announced.
    case sunset
    /// It no longer runs.
    case ended
  }

  package var status = Status.active
  /// Since when, as `2025-11-07` or less exactly.
  package var since: String?
  /// When support ends.
  package var ends: String?
  /// The services to use instead.
  package var successors: [String] = []
  /// The facts it rests on.
  package var citations: [String] = []
  /// The names of the variants that are offered all the same.
  package var exceptions: [String] = []
}
