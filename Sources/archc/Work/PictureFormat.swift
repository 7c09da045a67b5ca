import ArchRaster
import ArchRender
import ArchScene

/// What `build` writes.
enum PictureFormat: String, CaseIterable {
  case svg, dot, json, mermaid, d2, png, pdf

  /// The ending of the file's name.
  var pathExtension: String { self == .mermaid ? "mmd" : rawValue }

  /// Whether it is made of pixels, so that `--scale` says how many.
  var hasPixels: Bool { self == .png }

  /// Fails where a library that draws this format is missing.
  func prepare() throws(RasterFailure) {
    switch self {
    case .svg, .dot, .json, .mermaid, .d2: break
    case .png, .pdf: _ = try Rasterizer()
    }
  }

  /// The picture in this format.
  ///
  /// - Parameter scale: how many pixels a px is wide, where there are pixels.
  func bytes(of scene: Scene, scale: Int) throws(RasterFailure) -> [UInt8] {
    switch self {
    case .svg: Array(renderSVG(scene).utf8)
    case .dot: Array(renderDOT(scene).utf8)
    case .json: Array(renderJSON(scene).utf8)
    case .mermaid: Array(renderMermaid(scene).utf8)
    case .d2: Array(renderD2(scene).utf8)
    case .png: try Rasterizer().png(of: Self.fixedSVG(scene), scale: scale)
    case .pdf: try Rasterizer().pdf(of: Self.fixedSVG(scene), title: scene.title ?? "")
    }
  }

  /// The picture in the colours of one theme: pixels and pages do not follow their reader's.
  private static func fixedSVG(_ scene: Scene) -> [UInt8] {
    var scene = scene
    if scene.theme == .auto { scene.theme = .light }
    return Array(renderSVG(scene).utf8)
  }
}
