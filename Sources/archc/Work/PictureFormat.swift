import ArchRaster
import ArchRender
import ArchScene
import ArchText

/// What `build` writes.
enum PictureFormat: String, CaseIterable {
  case svg
  case animatedSVG = "animated-svg"
  /// A folder of still pictures.
  case frames
  case html, png, gif, apng, pdf, unicode, ascii, mermaid, d2, dot, json

  /// The ending of the file's name, or of the folder's.
  var pathExtension: String {
    switch self {
    case .animatedSVG: "svg"
    case .mermaid: "mmd"
    case .unicode, .ascii: "txt"
    default: rawValue
    }
  }

  /// Whether the picture is a folder of files.
  var isFolder: Bool { self == .frames }

  /// Whether it is made of frames, so that `--fps` says how many.
  var hasFrames: Bool { self == .frames || self == .gif || self == .apng }

  /// Whether it is made of pixels, so that `--scale` says how many.
  var hasPixels: Bool { self == .png || self == .gif || self == .apng }

  /// The characters of a picture that is text; nil for formats that want Graphviz's layout.
  var charset: TextOptions.Charset? {
    switch self {
    case .unicode: .unicode
    case .ascii: .ascii
    default: nil
    }
  }

  /// Fails where a library that draws this format is missing.
  func prepare() throws(RasterFailure) {
    if hasPixels || self == .pdf { _ = try Rasterizer() }
  }

  /// The picture in this format; of a folder of pictures, what its index says.
  ///
  /// - Parameters:
  ///   - scale: how many pixels a px is wide, where there are pixels.
  ///   - framesPerSecond: how smoothly it moves, where there are frames; nil for what is usual.
  func bytes(
    of scene: Scene, scale: Int, framesPerSecond: Int?
  ) throws(RasterFailure) -> [UInt8] {
    switch self {
    case .png: try Rasterizer().png(of: Array(renderSVG(scene.inOneTheme).utf8), scale: scale)
    case .pdf:
      try Rasterizer().pdf(
        of: Array(renderSVG(scene.inOneTheme).utf8), title: scene.title ?? "")
    case .gif, .apng:
      try animation(of: scene.inOneTheme, scale: scale, framesPerSecond: framesPerSecond ?? 10)
    default: Array(text(of: scene).utf8)
    }
  }

  private func text(of scene: Scene) -> String {
    switch self {
    case .svg, .png, .gif, .apng, .pdf: renderSVG(scene)
    case .animatedSVG: renderAnimatedSVG(scene)
    case .frames: renderFrames(scene).index
    case .html: renderHTML(scene)
    case .mermaid: renderMermaid(scene)
    case .d2: renderD2(scene)
    case .dot: renderDOT(scene)
    case .json: renderJSON(scene)
    case .unicode, .ascii:
      renderText(scene, TextOptions(charset: charset ?? .unicode, direction: scene.direction)).text
    }
  }

  private func animation(
    of scene: Scene, scale: Int, framesPerSecond: Int
  ) throws(RasterFailure) -> [UInt8] {
    let story = renderFrames(scene, framesPerSecond: framesPerSecond)
    guard story.frames.count <= BuildRequest.maximumFrames else {
      throw .tooManyFrames(story.frames.count, limit: BuildRequest.maximumFrames)
    }
    return try Rasterizer().animation(
      of: story.frames.lazy.map { (svg: story.bytes(of: $0), milliseconds: $0.duration) },
      scale: scale, as: self == .gif ? .gif : .apng)
  }
}

extension Scene {
  /// The scene in the colours of one theme: pixels and pages do not follow their reader's setting.
  fileprivate var inOneTheme: Scene {
    var scene = self
    if scene.theme == .auto { scene.theme = .light }
    return scene
  }
}
