import Glibc

/// The page that shows all pictures of all examples.
struct Gallery {
  /// One way to draw a diagram.
  struct Kind {
    /// The folder that takes the pictures.
    var folder: String
    /// What `archc build` is told.
    var arguments: [String]
    var pathExtension: String
    var show: Show
  }

  /// How a picture stands in the page.
  enum Show {
    case image, text, link
  }

  static let kinds = [
    Kind(folder: "light", arguments: ["--theme", "light"], pathExtension: "svg", show: .image),
    Kind(folder: "dark", arguments: ["--theme", "dark"], pathExtension: "svg", show: .image),
    Kind(
      folder: "moving", arguments: ["--format", "animated-svg"], pathExtension: "svg",
      show: .image),
    Kind(folder: "unicode", arguments: ["--format", "unicode"], pathExtension: "txt", show: .text),
    Kind(folder: "ascii", arguments: ["--format", "ascii"], pathExtension: "txt", show: .text),
    Kind(folder: "page", arguments: ["--format", "html"], pathExtension: "html", show: .link),
    Kind(folder: "png", arguments: ["--format", "png"], pathExtension: "png", show: .link),
    Kind(folder: "pdf", arguments: ["--format", "pdf"], pathExtension: "pdf", show: .link),
    Kind(
      folder: "mermaid", arguments: ["--format", "mermaid"], pathExtension: "mmd", show: .link),
    Kind(folder: "d2", arguments: ["--format", "d2"], pathExtension: "d2", show: .link),
    Kind(folder: "dot", arguments: ["--format", "dot"], pathExtension: "dot", show: .link),
    Kind(folder: "json", arguments: ["--format", "json"], pathExtension: "json", show: .link),
  ]

  let output: String

  /// The page: a section for each diagram.
  func page() throws(DevFailure) -> String {
    var page = """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Gallery</title>
      <style>
      body{font:15px Helvetica,Arial,sans-serif;margin:2rem;background:#f2f4f7;color:#1b2733}
      img{max-width:100%;display:block;margin:.5rem 0}
      pre{background:#fff;padding:1rem;overflow:auto;line-height:1.15}
      </style>
      <h1>Gallery</h1>

      """
    for name in try diagrams(in: "\(output)/\(Self.kinds[0].folder)", below: "").sorted() {
      page += "<h2>\(escaped(name))</h2>\n"
      for kind in Self.kinds { page += try entry(name, kind) }
    }
    return page + "</html>\n"
  }

  private func entry(_ name: String, _ kind: Kind) throws(DevFailure) -> String {
    let path = escaped("\(kind.folder)/\(name).\(kind.pathExtension)")
    switch kind.show {
    case .image: return "<img alt=\"\(escaped(name)), \(kind.folder)\" src=\"\(path)\">\n"
    case .link: return "<a href=\"\(path)\">\(kind.folder)</a>\n"
    case .text:
      let text = try textOfFile("\(output)/\(kind.folder)/\(name).\(kind.pathExtension)")
      return "<pre>\(escaped(text))</pre>\n"
    }
  }

  /// The names of the pictures in a folder, without their ending, with the folders below.
  private func diagrams(in folder: String, below path: String) throws(DevFailure) -> [String] {
    guard let entries = opendir(folder) else {
      throw DevFailure("cannot read '\(folder)'", code: errno)
    }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      if name.hasSuffix(".svg") {
        names.append(path + name.dropLast(4))
      } else {
        names += try diagrams(in: "\(folder)/\(name)", below: "\(path)\(name)/")
      }
    }
    return names
  }

  private func textOfFile(_ path: String) throws(DevFailure) -> String {
    guard let file = fopen(path, "r") else {
      throw DevFailure("cannot read '\(path)'", code: errno)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}
