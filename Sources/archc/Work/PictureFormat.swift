import ArchRender
import ArchScene

/// What `build` writes.
enum PictureFormat: String, CaseIterable {
  case svg, dot, json

  /// The ending of the file's name.
  var pathExtension: String { rawValue }

  /// The picture in this format.
  func text(of scene: Scene) -> String {
    switch self {
    case .svg: renderSVG(scene)
    case .dot: renderDOT(scene)
    case .json: renderJSON(scene)
    }
  }
}
