import ArchDiagnostics
import ArchSource
import Glibc

/// A baseline at work: it holds back the findings that it records, through a whole run.
final class BaselineFile {
  /// How the user calls it.
  let name: String
  private let baseline: Baseline
  private let paths: PathsFromBaseline
  private var sieve: BaselineSieve
  /// What became of each finding, for those of a file that several diagrams import.
  private var decisions: [Key: Bool] = [:]
  /// The files that were checked.
  private var checked: Set<String> = []

  /// Reads the file of a baseline.
  init(_ path: String) throws(FileFailure) {
    name = displayPath(path)
    baseline = try Self.read(path)
    paths = try PathsFromBaseline(path)
    sieve = BaselineSieve(baseline)
  }

  private init(_ name: String, _ baseline: Baseline, _ paths: PathsFromBaseline) {
    self.name = name
    self.baseline = baseline
    self.paths = paths
    sieve = BaselineSieve(baseline)
  }

  /// The same baseline before anything was held against it.
  func fresh() -> BaselineFile { BaselineFile(name, baseline, paths) }

  /// Takes recorded findings out of a report, except those that stop the picture, and returns them.
  func hideRecorded(in compilation: inout Compilation) -> [Diagnostic] {
    let sources = compilation.report.sources
    let names = sources.sources.map { paths.path(of: $0) }
    checked.formUnion(names)
    var hidden: [Diagnostic] = []
    var kept: [Diagnostic] = []
    for problem in compilation.report.diagnostics {
      let path = names[problem.primary.location.source.index]
      if !compilation.isObstacle(problem), holdsBack(problem, path) {
        hidden.append(problem)
      } else {
        kept.append(problem)
      }
    }
    compilation.report = Report(sources, kept)
    return hidden
  }

  private func holdsBack(_ problem: Diagnostic, _ path: String) -> Bool {
    let key = Key(
      path: path, range: problem.primary.location.range, id: problem.id, message: problem.message)
    if let known = decisions[key] { return known }
    let decision = sieve.holdsBack(problem, path: path)
    decisions[key] = decision
    return decision
  }

  /// A remark on the recorded findings of the files of this run, and of files that are gone, that
  /// did not occur; nil where all did.
  var remark: String? {
    let missing = sieve.missing { checked.contains($0) || paths.isGone($0) }
    guard missing > 0 else { return nil }
    let subject = missing == 1 ? "1 finding" : "\(missing) findings"
    let verb = missing == 1 ? "occurs" : "occur"
    return "\(subject) of the baseline no longer \(verb); write it again with "
      + "--write-baseline \(visibleText(name))"
  }

  private struct Key: Hashable {
    var path: String
    var range: ByteRange
    var id: DiagnosticID
    var message: String
  }

  // MARK: Files

  /// More than a hundred thousand findings.
  private static let sizeLimit = 64 << 20

  private static func read(_ path: String) throws(FileFailure) -> Baseline {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try readFile(path, limit: sizeLimit)
    } catch {
      let name = displayPath(path)
      guard error.reason == .system(ENOENT) else { throw FileFailure(.read, name, error.reason) }
      let advice = "write it with --write-baseline \(visibleText(name))"
      throw FileFailure(.read, name, .isNoBaseline(reason: "\(error.reasonWords); \(advice)"))
    }
    do throws(Baseline.Malformed) {
      return try Baseline(json: bytes)
    } catch {
      throw FileFailure(.read, displayPath(path), .isNoBaseline(reason: error.reason))
    }
  }

  /// Records problems, each with its source, in a file, which is replaced whole or not at all. What
  /// is there and no baseline is left alone. Returns how many were recorded.
  static func write(
    _ found: [(problem: Diagnostic, source: SourceText)], to path: String
  ) throws(FileFailure) -> Int {
    let isThere = (try? status(of: path)) != nil
    if isThere, (try? readFile(path, limit: 0)) == nil {
      do throws(FileFailure) {
        _ = try read(path)
      } catch {
        throw FileFailure(
          .write, path, .isNoBaseline(reason: "something else is there; \(error.reasonWords)"))
      }
    }
    let paths = try PathsFromBaseline(path)
    let baseline = Baseline(found.map { ($0.problem, paths.path(of: $0.source)) })
    try writeAtomically(Array(baseline.json.utf8), to: path)
    return found.count
  }
}

/// The paths of sources as a baseline records them: from its own folder, so that they are the same
/// wherever archc is run.
private struct PathsFromBaseline {
  private let folder: String

  init(_ baseline: String) throws(FileFailure) {
    do throws(SystemError) {
      folder = try canonicalPath(folderPath(of: baseline))
    } catch {
      throw FileFailure(.write, baseline, .system(error.code))
    }
  }

  func path(of source: SourceText) -> String {
    if source.name == Input.piped.name { return source.name }
    return archc.path(from: folder, to: canonicalPath(ofSource: source.name))
  }

  /// Whether there is no file of this path any more.
  func isGone(_ path: String) -> Bool {
    guard path != Input.piped.name else { return false }
    return (try? status(of: joinPath(folder, path))) == nil
  }
}
