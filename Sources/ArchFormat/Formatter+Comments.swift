import ArchSyntax

/// What stands between two statements, or two items of a list, besides separators.
struct Gap {
  /// The line breaks since the last comment, or since the text before.
  var newlines = 0
  var hasComment = false
  /// Whether nothing has a line of its own yet in this block, so that no blank line may come.
  var isAtStart = true

  /// Whether a blank line stands before what comes next.
  var hasBlankLine: Bool { newlines > 1 && !isAtStart }
}

extension Formatter {
  /// Writes the comments among some tokens: behind the current line where one stands on it, else on
  /// lines of their own. Separators are passed over.
  mutating func writeComments(in tokens: Range<Int>, _ indentation: Int, _ gap: inout Gap) {
    for token in tokens {
      switch tree.tokens.kind(token) {
      case .newline: gap.newlines += 1
      case .comment:
        writeComment(token, indentation, &gap)
        gap.newlines = 0
        gap.hasComment = true
      default: break
      }
    }
  }

  private mutating func writeComment(_ token: Int, _ indentation: Int, _ gap: inout Gap) {
    let comment = Self.tidied(tree.bytes(ofToken: token))
    if gap.newlines == 0, !writer.isEmpty {
      writer.writeTrailingComment(comment)
    } else {
      startLine(indentation, afterBlank: gap.hasBlankLine)
      writer.write(comment)
      gap.isAtStart = false
    }
  }

  /// A comment with a space behind its `#` and none at its end. `#!` and `##` are left alone: they
  /// mean something to other tools, or were drawn as a line.
  private static func tidied(_ comment: ArraySlice<UInt8>) -> [UInt8] {
    var result = Array(comment)
    while result.last == UInt8(ascii: " ") || result.last == UInt8(ascii: "\t") {
      result.removeLast()
    }
    guard result.count > 1, result[0] == UInt8(ascii: "#") else { return result }
    switch result[1] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "#"), UInt8(ascii: "!"): break
    default: result.insert(UInt8(ascii: " "), at: 1)
    }
    return result
  }
}
