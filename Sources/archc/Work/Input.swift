import ArchModel
import ArchSource
import ArchSyntax

/// One diagram to work on: a file, or what comes from standard input.
struct Input {
  /// How messages call it.
  var name: String
  /// The path to read; nil for standard input.
  var path: String?
  /// Where its output goes below an output folder.
  var relativePath: String

  static let piped = Input(
    name: "<stdin>", path: nil, relativePath: "diagram.arch")

  /// The inputs that the arguments stand for, and a report of those that stand for none.
  ///
  /// `-` is standard input, which is read once.
  /// Folders are searched without what the configurations of `projects` leave out.
  static func find(
    _ paths: [String], in projects: Projects = Projects()
  ) -> (inputs: [Input], ending: Ending) {
    var ending = Ending.fine
    let isStandardInput = paths.contains("-")
    let named = paths.filter { $0 != "-" }
    var inputs = isStandardInput ? [piped] : []
    if !named.isEmpty || !isStandardInput {
      let found = findArchFiles(under: named, in: projects)
      if projects.hasFailures { ending = .failure }
      for failure in found.failures { ending = max(ending, report(failure: failure.sentence)) }
      inputs += found.files.map {
        Input(name: $0.path, path: $0.path, relativePath: $0.relativePath)
      }
    }
    if inputs.isEmpty, ending == .fine {
      ending = report(failure: "there are no .arch files here")
    }
    return (inputs, ending)
  }

  /// Reads the bytes of the input.
  func read(limits: Limits) throws(FileFailure) -> [UInt8] {
    let limit = limits.parse.bytes
    guard let path else { return try readStandardInput(limit: limit) }
    return try readFile(path, limit: limit)
  }
}
