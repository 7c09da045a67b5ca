/// A program with its statements in reverse order.
func reordered(_ text: String) -> String {
  Array(statementPieces(text).reversed()).text
}
