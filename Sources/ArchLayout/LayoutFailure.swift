/// Why there is no picture; its description is one sentence for the author.
package enum LayoutFailure: Error, Equatable, CustomStringConvertible {
  /// More of something than `LayoutLimits` lets through.
  case tooMany(String, count: Int, limit: Int)
  /// A box or label with a side of so many px.
  case tooLong(Double, limit: Double)
  /// Graphviz's libraries are not there, or not in a version that fits.
  case engineMissing
  /// Every rung was tried, or the time was up.
  case allFailed([Attempt])

  /// One rung that did not work.
  package struct Attempt: Sendable, Equatable {
    package var rung: Rung
    package var ending: Ending

    package init(rung: Rung, ending: Ending) {
      self.rung = rung
      self.ending = ending
    }
  }

  /// What became of a worker.
  package enum Ending: Error, Equatable {
    /// No process could be started; the errno.
    case notStarted(Int)
    /// It could not make itself ready for a request.
    case unprepared
    /// The signal that ended it.
    case crashed(signal: Int)
    /// It gave up with a status other than 0.
    case gaveUp(status: Int)
    case outOfTime
    /// It answered more than the graph can need.
    case answeredTooMuch
    /// Its answer cannot be right; what is wrong with it.
    case answeredNonsense(String)
  }

  package var description: String {
    switch self {
    case .tooMany(let thing, let count, let limit):
      "the picture has \(count) \(thing), and \(limit) is the limit"
    case .tooLong(let length, let limit):
      "a box or label is \(Int(min(length, 1e15))) px long, and \(Int(limit)) px is the limit"
    case .engineMissing:
      "Graphviz's layout plugins were not found; on Debian they are in the package libgvc6 "
        + "(apt-get install libgvc6)"
    case .allFailed(let attempts):
      "the picture could not be laid out: "
        + attempts.map { "Graphviz \($0.ending) with \($0.rung) care" }.joined(separator: ", ")
    }
  }
}

extension LayoutFailure.Ending: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notStarted(let code): "could not be started (errno \(code))"
    case .unprepared: "could not make itself ready"
    case .crashed(let signal): "crashed (signal \(signal))"
    case .gaveUp(let status): "gave up (status \(status))"
    case .outOfTime: "ran out of time"
    case .answeredTooMuch: "answered too much"
    case .answeredNonsense(let what): "answered nonsense (\(what))"
    }
  }
}
