import ArchRender
import ArchScene

/// What `build` writes.
enum PictureFormat: String, CaseIterable {
  case svg
  case animatedSVG = "animated-svg"
  /// A folder of still pictures.
  case frames
  case html, dot, json

  /// The ending of the file's name, or of the folder's.
  var pathExtension: String { self == .animatedSVG ? "svg" : rawValue }

  /// Whether the picture is a folder of files.
  var isFolder: Bool { self == .frames }

  /// The picture in this format; of a folder of pictures, what its index says.
  func text(of scene: Scene) -> String {
    switch self {
    case .svg: renderSVG(scene)
    case .animatedSVG: renderAnimatedSVG(scene)
    case .frames: renderFrames(scene).index
    case .html: renderHTML(scene)
    case .dot: renderDOT(scene)
    case .json: renderJSON(scene)
    }
  }
}
