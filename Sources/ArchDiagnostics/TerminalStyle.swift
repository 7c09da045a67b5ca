/// The colours of terminal output: few, and only when asked for.
struct TerminalStyle {
  var color: Bool

  /// What a piece of text is, which decides how it looks.
  enum Role {
    case severity(Severity)
    case message
    /// Line numbers, bars and arrows.
    case frame
    case secondary
    case change
    case plain
  }

  /// The text in the colour of its role; unchanged without colour.
  func paint(_ text: String, _ role: Role) -> String {
    guard color, !text.isEmpty, let code = code(role) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// Select Graphic Rendition parameters, ECMA-48 section 8.3.117.
  private func code(_ role: Role) -> String? {
    switch role {
    case .severity(.error): "1;31"
    case .severity(.warning): "1;33"
    case .severity(.hint): "1;36"
    case .message: "1"
    case .frame: "2"
    case .secondary: "34"
    case .change: "32"
    case .plain: nil
    }
  }
}
