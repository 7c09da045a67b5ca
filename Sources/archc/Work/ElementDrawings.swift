import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchRender
import ArchScene
import ArchSource

/// The pictures that elements bring along: `icon = "logo.svg"`, a file of the project beside the
/// diagram that states it.
struct ElementDrawings {
  /// By the qualified names of the elements.
  private(set) var byName: [String: Drawing] = [:]
  /// What is wrong with the files, at the attributes that name them.
  private(set) var diagnostics: [Diagnostic] = []
  /// What was read already, by canonical path.
  private var known: [String: Content] = [:]

  /// How many bytes such a file may have.
  static let byteLimit = 64 << 10

  private typealias Content = (drawing: Drawing, leftOut: [String])

  /// Reads every file that an element names.
  init(of model: Model, in program: Program, root: ProjectRoot) {
    for index in model.elements.indices {
      let icon = model.elements[index].attributes.first { $0.name == "icon" }
      guard let icon, case .string(let path) = icon.value, icon.iconName == nil else { continue }
      let importer = program.files[icon.valueLocation.source.index].identity
      do throws(DrawingFailure) {
        let content = try read(path, from: importer, root)
        byName[model.path(of: ElementID(index))] = content.drawing
        if !content.leftOut.isEmpty {
          diagnostics.append(.unsafeIcon(icon, path, content.leftOut))
        }
      } catch {
        diagnostics.append(.unreadableIcon(icon, path, error.reason))
      }
    }
  }

  /// Puts the pictures on the cards and groups of their elements.
  func draw(on scene: inout Scene) {
    guard !byName.isEmpty else { return }
    for index in scene.groups.indices {
      scene.groups[index].style.drawing = byName[scene.groups[index].id]
    }
    for index in scene.nodes.indices {
      scene.nodes[index].style.drawing = byName[scene.nodes[index].id]
    }
  }

  private mutating func read(
    _ path: String, from importer: String, _ root: ProjectRoot
  ) throws(DrawingFailure) -> Content {
    let file: String
    let bytes: [UInt8]
    do throws(FileFailure) {
      file = try root.resolveImport(path, from: importer)
      if let known = known[file] { return known }
      bytes = try readFile(file, limit: Self.byteLimit)
    } catch {
      throw DrawingFailure(reason: error.words)
    }
    let content = try readDrawing(bytes)
    known[file] = content
    return content
  }
}

extension FileFailure {
  /// The reason, where a picture was to be read.
  fileprivate var words: String {
    switch reason {
    case .isTooLarge(let limit): "it is larger than \(limit >> 10) KiB"
    case .isAbsolutePath: "the path must be relative to the diagram"
    default: reasonWords
    }
  }
}

extension Diagnostic {
  fileprivate static func unreadableIcon(
    _ icon: Attribute, _ path: String, _ reason: String
  ) -> Diagnostic {
    Diagnostic(
      "icon/unreadable", .error, "the icon '\(path)' cannot be drawn: \(reason)",
      at: icon.valueLocation,
      notes: ["a name without a dot is one of our own icons; 'archc list icons' shows them"])
  }

  fileprivate static func unsafeIcon(
    _ icon: Attribute, _ path: String, _ leftOut: [String]
  ) -> Diagnostic {
    let shown = leftOut.prefix(6).joined(separator: ", ")
    let more = leftOut.count > 6 ? " and \(leftOut.count - 6) more" : ""
    return Diagnostic(
      "icon/unsafe", .warning, "parts of the icon '\(path)' are not drawn",
      at: icon.valueLocation,
      notes: ["left out: \(shown)\(more)", "shapes, groups and gradients are drawn, and no more"])
  }
}
