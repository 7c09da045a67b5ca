import ArchDiagnostics
import ArchRender
import ArchScene

extension BuildRequest {
  /// The most frames that one picture may have.
  static let maximumFrames = 1000

  /// Writes the frames of a story into a folder: the pictures first, their index last, so that an
  /// index never names a picture that is not there yet.
  ///
  /// Frames that an earlier run left behind the last one are removed. Nothing is written where
  /// there would be too many.
  func writeFrames(
    of scene: Scene, to folder: String, _ input: Input
  ) throws(FileFailure) -> Ending {
    if folder.isEmpty { throw FileFailure(.write, folder, .isEmptyPath) }
    let sequence = renderFrames(scene, framesPerSecond: fps)
    let count = sequence.frames.count
    guard count <= Self.maximumFrames else {
      return report(
        failure: "'\(visibleText(input.name))' would make \(count) frames, and "
          + "\(Self.maximumFrames) is the most; name a smaller --fps, or one --flow")
    }
    for frame in sequence.frames {
      try writeAtomically(
        sequence.bytes(of: frame), to: joinPath(folder, frame.name), creatingFolders: true)
    }
    try removeStaleFrames(in: folder, keeping: sequence.frames.map(\.name))
    try writeAtomically(Array(sequence.index.utf8), to: joinPath(folder, "frames.json"))
    return .fine
  }
}
