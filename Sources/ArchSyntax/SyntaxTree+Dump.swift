import ArchSource

extension SyntaxTree {
  /// The tree as people read it: a line for each node, indented, with the text of the leaves.
  ///
  /// ```
  /// file
  ///   connection
  ///     operands
  ///       element
  ///         reference 'user'
  ///     hop '->'
  /// ```
  package func dump() -> String {
    var result = ""
    var ends: [Int] = []
    for index in nodes.indices {
      while let end = ends.last, end <= index { ends.removeLast() }
      let node = SyntaxNode(tree: self, index: index)
      result +=
        String(repeating: "  ", count: ends.count) + "\(node.kind)" + detail(of: node) + "\n"
      ends.append(node.subtreeEnd)
    }
    return result
  }

  private func detail(of node: SyntaxNode) -> String {
    if node.kind == .hop { return " '\(text(ofToken: node.tokenRange.lowerBound))'" }
    if node.kind == .clause || node.kind == .ruleClause {
      return " '\(text(ofToken: node.tokenRange.lowerBound))'"
    }
    if node.kind == .binaryExpression {
      return " '\(operatorText(of: node))'"
    }
    guard node.subtreeEnd == node.index + 1, node.kind != .block, node.kind != .file else {
      return ""
    }
    return " " + quotedForDump(node.text)
  }

  private func operatorText(of node: SyntaxNode) -> String {
    guard let left = node.children.first(where: { _ in true }) else { return "" }
    var token = left.tokenRange.upperBound
    while token < tokens.count, tokens.kind(token).isTrivia || tokens.kind(token) == .newline {
      token += 1
    }
    return token < tokens.count ? text(ofToken: token) : ""
  }

  private func quotedForDump(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": line += "␊"
      case "\r": line += "␍"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return "'\(line)'"
  }

  /// The tokens as people read them: a line for each, with its place, kind and text.
  package func dumpTokens() -> String {
    var result = ""
    for token in 0..<tokens.count {
      let range = tokens.range(token)
      result += "\(range.lower)..<\(range.upper) \(tokens.kind(token)) "
      result += quotedForDump(text(ofToken: token)) + "\n"
    }
    return result
  }
}
