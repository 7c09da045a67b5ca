import ArchSyntax

/// A program that imports all but its header, which counts in the first file only.
func imported(_ text: String, as name: String?) -> ProgramText {
  let pieces = statementPieces(text)
  let header = pieces.filter { $0.kind == .diagramHeader }.text
  let name = name.map { " as \($0)" } ?? ""
  return ProgramText(
    root: "\(header)import \"part.arch\"\(name)\n",
    part: pieces.filter { $0.kind != .diagramHeader }.text)
}
