/// A program with its elements and edges in a group in a group.
func nested(_ text: String) -> String {
  let pieces = statementPieces(text)
  let inside = pieces.filter { !$0.staysOutside }.text
  return """
    \(pieces.filter { $0.staysOutside }.text)group "Outer" {
      group "Inner" {
    \(inside)  }
    }

    """
}
