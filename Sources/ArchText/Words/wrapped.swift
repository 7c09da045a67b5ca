/// Breaks a text at blanks into lines of at most so many columns; a longer word is cut.
///
/// Lines are as even as their number allows, so that a box is no wider than it must be. Never
/// returns an empty array.
func wrapped(_ text: String, to columns: Int) -> [String] {
  let most = max(columns, 2)
  if text.columns <= most { return [text] }
  let lines = filled(text, most)
  var narrow = most
  while narrow > 8, filled(text, narrow - 1).count == lines.count { narrow -= 1 }
  return filled(text, narrow)
}

/// Breaks a text into lines, each as full as it can be.
func filled(_ text: String, _ columns: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(separator: " ").flatMap({ pieces(of: String($0), columns) }) {
    let width = word.columns
    if used > 0, used + 1 + width > columns {
      lines.append(line)
      (line, used) = ("", 0)
    }
    line += (used > 0 ? " " : "") + word
    used += (used > 0 ? 1 : 0) + width
  }
  return used > 0 || lines.isEmpty ? lines + [line] : lines
}

/// A word, in pieces where it is longer than a line.
private func pieces(of word: String, _ columns: Int) -> [String] {
  guard word.columns > columns else { return [word] }
  var pieces: [String] = []
  var piece = ""
  var used = 0
  for character in word {
    if used + character.columns > columns, !piece.isEmpty {
      pieces.append(piece)
      (piece, used) = ("", 0)
    }
    piece.append(character)
    used += character.columns
  }
  return pieces + [piece]
}

/// The text with its end replaced by `…` where it takes more columns.
func elided(_ text: String, to columns: Int) -> String {
  guard text.columns > columns else { return text }
  var kept = ""
  var used = 0
  for character in text {
    used += character.columns
    if used >= columns { break }
    kept.append(character)
  }
  while kept.last == " " { kept.removeLast() }
  return kept + "…"
}
