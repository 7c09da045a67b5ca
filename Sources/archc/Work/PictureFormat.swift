import ArchRender
import ArchScene
import ArchText

/// What `build` writes.
enum PictureFormat: String, CaseIterable {
  case svg, dot, json, unicode, ascii

  /// The ending of the file's name.
  var pathExtension: String {
    switch self {
    case .svg, .dot, .json: rawValue
    case .unicode, .ascii: "txt"
    }
  }

  /// The characters of a picture that is text; nil for formats that want Graphviz's layout.
  var charset: TextOptions.Charset? {
    switch self {
    case .unicode: .unicode
    case .ascii: .ascii
    case .svg, .dot, .json: nil
    }
  }

  /// The picture in this format, and sentences to tell its reader.
  ///
  /// - Parameter width: how many columns text may take.
  func picture(of scene: Scene, width: Int) -> (text: String, notes: [String]) {
    switch self {
    case .svg: return (renderSVG(scene), [])
    case .dot: return (renderDOT(scene), [])
    case .json: return (renderJSON(scene), [])
    case .unicode, .ascii:
      let picture = renderText(
        scene, TextOptions(charset: charset ?? .unicode, width: width, direction: scene.direction))
      return (picture.text, picture.notes)
    }
  }
}
