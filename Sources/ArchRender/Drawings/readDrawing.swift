package import ArchScene

/// Reads an author's SVG file for a card and keeps what is harmless: shapes, groups and gradients
/// with a fixed list of attributes.
///
/// - Returns: The drawing, and the names of what was left out: `<script>`, `style of <path>`.
/// - Throws: A `DrawingFailure` where the file is no SVG or has no size.
package func readDrawing(
  _ bytes: [UInt8]
) throws(DrawingFailure) -> (drawing: Drawing, leftOut: [String]) {
  var reader = MarkupReader(bytes)
  let root = try reader.document()
  guard root.name == "svg" else { throw DrawingFailure(reason: "it is no SVG but <\(root.name)>") }
  var cleaner = DrawingCleaner()
  if reader.hasDocumentType { cleaner.leaveOut("<!DOCTYPE>") }
  guard let viewBox = root.viewBox else {
    throw DrawingFailure(
      reason: "its size is missing: it has neither a viewBox nor a width and height")
  }
  // What the root says of colours and lines holds for all that is in it.
  var group = root
  group.name = "g"
  group.attributes.removeAll { frameAttributes.contains($0.name) }
  let shapes = cleaner.clean(group).map { [$0] } ?? []
  return (Drawing(viewBox: viewBox, shapes: shapes), cleaner.leftOut)
}

/// What says where a drawing stands in its own file, which a card decides.
private let frameAttributes: Set<String> = [
  "height", "id", "preserveAspectRatio", "viewBox", "width", "x", "y",
]

extension MarkupElement {
  fileprivate subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The part of the plane that a root shows: what it says, or all of its width and height.
  fileprivate var viewBox: String? {
    let words = self["viewBox"] ?? "0 0 \(self["width"] ?? "") \(self["height"] ?? "")"
    let parts = words.split { $0 == " " || $0 == "," || $0.isNewline || $0 == "\t" }
    let numbers = parts.compactMap { Double($0.hasSuffix("px") ? $0.dropLast(2) : $0) }
    guard parts.count == 4, numbers.count == 4, numbers[2] > 0, numbers[3] > 0,
      numbers.allSatisfy({ abs($0) < 1e6 })
    else { return nil }
    return parts.map { $0.hasSuffix("px") ? String($0.dropLast(2)) : String($0) }
      .joined(separator: " ")
  }
}

/// Takes the harmless part of a tree of elements, and remembers what it left.
private struct DrawingCleaner {
  /// What was left out, each once, in the order of the file.
  private(set) var leftOut: [String] = []
  /// The number of each id, in the order of the file.
  private var numbers: [String: Int] = [:]
  private var defined: Set<String> = []

  private static let elements: Set<String> = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs",
    "linearGradient", "radialGradient", "stop",
  ]
  /// Words about the drawing, which nobody misses.
  private static let remarks: Set<String> = ["title", "desc", "metadata"]

  mutating func leaveOut(_ name: String) {
    if !leftOut.contains(name) { leftOut.append(name) }
  }

  mutating func clean(_ element: MarkupElement) -> Drawing.Shape? {
    if Self.remarks.contains(element.name) { return nil }
    guard Self.elements.contains(element.name) else {
      leaveOut("<\(element.name)>")
      return nil
    }
    if element.hasText { leaveOut("text in <\(element.name)>") }
    var attributes: [Drawing.Attribute] = []
    for (name, text) in element.attributes where !isRemark(name) {
      if let value = value(of: name, text) {
        attributes.append(Drawing.Attribute(name: name, value: value))
      } else {
        leaveOut("'\(name)' of <\(element.name)>")
      }
    }
    return Drawing.Shape(
      name: element.name, attributes: attributes,
      children: element.children.compactMap { clean($0) })
  }

  private func isRemark(_ name: String) -> Bool {
    name == "xmlns" || name.hasPrefix("xmlns:") || name == "version" || name == "xml:space"
  }

  private mutating func value(of name: String, _ text: String) -> Drawing.Value? {
    guard let form = DrawingValue.forms[name] else { return nil }
    if form == .paint, let id = DrawingValue.reference(text) { return .paint(number(of: id)) }
    guard form.admits(text) else { return nil }
    if form == .id { return defined.insert(text).inserted ? .id(number(of: text)) : nil }
    return .text(text)
  }

  private mutating func number(of id: String) -> Int {
    let number = numbers[id] ?? numbers.count
    numbers[id] = number
    return number
  }
}
