/// What the value of an attribute of a drawing may look like.
enum DrawingValue {
  /// Numbers, perhaps with `px` or `%`, and the letters of path data.
  case numbers
  /// The name of a colour, `#rrggbb`, `rgb(…)`, `hsl(…)`, or a paint of the drawing.
  case paint
  /// One of the words of the standard.
  case word
  /// `translate(2 3)` and its like.
  case transform
  case id

  /// The form of each attribute that a drawing may have; anything else is left out.
  static let forms: [String: DrawingValue] = {
    let numbers = [
      "x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "fx", "fy",
      "d", "points", "viewBox", "pathLength", "offset", "opacity", "fill-opacity",
      "stroke-opacity", "stop-opacity", "stroke-width", "stroke-dasharray", "stroke-dashoffset",
      "stroke-miterlimit",
    ]
    let words = [
      "fill-rule", "gradientUnits", "spreadMethod", "stroke-linecap", "stroke-linejoin",
    ]
    var forms: [String: DrawingValue] = ["id": .id]
    for name in numbers { forms[name] = .numbers }
    for name in words { forms[name] = .word }
    for name in ["fill", "stroke", "stop-color"] { forms[name] = .paint }
    for name in ["transform", "gradientTransform"] { forms[name] = .transform }
    return forms
  }()

  /// Whether a text is of this form. None of them can hold a reference, a string or a function that
  /// reads anything.
  func admits(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x7F }) else { return false }
    switch self {
    case .numbers: return text.wholeMatch(of: /[-+.,%0-9A-Za-z\s]+/) != nil
    case .paint:
      return text.wholeMatch(of: /\s*(#[0-9A-Fa-f]{3,8}|[A-Za-z]+)\s*/) != nil
        || text.wholeMatch(of: /\s*(rgb|rgba|hsl|hsla)\([-+.,%\/0-9a-z\s]+\)\s*/) != nil
    case .word: return text.wholeMatch(of: /[A-Za-z-]+/) != nil
    case .transform:
      let call = /\s*((matrix|translate|scale|rotate|skewX|skewY)\s*\([-+.,0-9eE\s]*\)[\s,]*)+/
      return text.wholeMatch(of: call) != nil
    case .id: return !text.isEmpty
    }
  }

  /// The id in `url(#id)`.
  static func reference(_ text: String) -> String? {
    text.wholeMatch(of: /\s*url\(\s*#([^\s()'"]+)\s*\)\s*/).map { String($0.output.1) }
  }
}
