import ArchDiagnostics
import Glibc

/// Where each picture of a run goes. Decided before anything is written, so that two pictures
/// never go to one place and no diagram is overwritten.
struct OutputPlan {
  /// The place of one picture.
  enum Target: Equatable {
    case standardOutput
    case file(String)
    /// A folder that the picture has to itself.
    case folder(String)

    /// Writes a picture whole or not at all.
    func write(_ bytes: [UInt8]) throws(FileFailure) {
      switch self {
      case .standardOutput: try writeStandardOutput(bytes)
      case .file(let path), .folder(let path):
        try writeAtomically(bytes, to: path, creatingFolders: true)
      }
    }
  }

  /// Why the arguments do not go together, in a sentence.
  struct Conflict: Error {
    var sentence: String
  }

  /// The targets in the order of the inputs.
  private(set) var targets: [Target] = []

  /// Plans the output of some inputs.
  ///
  /// - Parameters:
  ///   - arguments: the paths as named: a single file goes to a file, anything else to a folder.
  ///   - output: what `-o` says, or nil for a place beside each input.
  ///   - isFolder: whether each picture is a folder of files.
  init(
    for inputs: [Input], arguments: [String], output: String?, pathExtension: String,
    isFolder: Bool = false
  ) throws(Conflict) {
    let isOnly = Self.namesOneFile(arguments, inputs)
    for input in inputs {
      let target =
        isFolder
        ? try Self.folder(of: input, isOnly: isOnly, output: output, pathExtension)
        : try Self.target(of: input, isOnly: isOnly, output: output, pathExtension)
      targets.append(target)
    }
    try refuseCollisions(inputs)
  }

  private static func namesOneFile(_ arguments: [String], _ inputs: [Input]) -> Bool {
    guard arguments.count == 1, inputs.count == 1 else { return false }
    return inputs[0].path == nil || inputs[0].path == arguments[0]
  }

  private static func target(
    of input: Input, isOnly: Bool, output: String?, _ pathExtension: String
  ) throws(Conflict) -> Target {
    guard let output else {
      guard let path = input.path else { return .standardOutput }
      return .file(replacingExtension(of: path, with: pathExtension))
    }
    if output == "-" {
      guard isOnly else { throw Conflict(sentence: "'-o -' takes a single diagram") }
      return .standardOutput
    }
    let isFolder = output.hasSuffix("/") || isExistingFolder(output)
    if isOnly, !isFolder { return .file(output) }
    if !isFolder, output.hasSuffix(".\(pathExtension)") {
      throw Conflict(
        sentence: "'\(visibleText(output))' names one picture, and there are several diagrams; "
          + "name a folder, as in -o pictures/")
    }
    return .file(joinPath(output, replacingExtension(of: input.relativePath, with: pathExtension)))
  }

  /// Where a picture that is a folder goes: a single one is what `-o` names, whether it is there
  /// already or not, so that a second run replaces the first.
  private static func folder(
    of input: Input, isOnly: Bool, output: String?, _ pathExtension: String
  ) throws(Conflict) -> Target {
    if output == "-" || (output == nil && input.path == nil) {
      throw Conflict(sentence: "frames are many files; name a folder for them, as in -o frames")
    }
    guard let output else {
      return .folder(replacingExtension(of: input.path ?? input.relativePath, with: pathExtension))
    }
    if isOnly { return .folder(output) }
    return .folder(
      joinPath(output, replacingExtension(of: input.relativePath, with: pathExtension)))
  }

  private static func isExistingFolder(_ path: String) -> Bool {
    guard let status = try? status(of: path) else { return false }
    return FileKind(mode: status.st_mode) == .folder
  }

  private static func replacingExtension(of path: String, with pathExtension: String) -> String {
    let stem = path.hasSuffix(".arch") ? String(path.dropLast(".arch".count)) : path
    return "\(stem).\(pathExtension)"
  }

  private func refuseCollisions(_ inputs: [Input]) throws(Conflict) {
    var taken: [(place: String, input: String)] = []
    let read = inputs.compactMap { input in input.path.flatMap { try? canonicalPath($0) } }
    for (input, target) in zip(inputs, targets) {
      guard let path = target.path else { continue }
      let place = (try? canonicalPath(path)) ?? path
      if path.hasSuffix(".arch") {
        throw Conflict(
          sentence: "'\(visibleText(path))' is the name of a diagram; no picture is written there")
      }
      if read.contains(place) {
        throw Conflict(sentence: "'\(visibleText(path))' is a diagram; it is not overwritten")
      }
      if let other = taken.first(where: { $0.place == place })?.input {
        throw Conflict(
          sentence:
            "'\(visibleText(other))' and '\(visibleText(input.name))' would both be written "
            + "to '\(visibleText(path))'")
      }
      taken.append((place, input.name))
    }
  }
}

extension OutputPlan.Target {
  /// The path of the file or the folder.
  fileprivate var path: String? {
    switch self {
    case .standardOutput: nil
    case .file(let path), .folder(let path): path
    }
  }
}
