/// A way to write a program differently without changing what it means: whatever a rule says of
/// the one it has to say of the other.
enum Mutation: String, CaseIterable, Sendable {
  /// Everything that is declared by name gets another name.
  case renamed
  /// All of it stands in a group in a group.
  case nested
  /// All of it comes from another file.
  case imported
  /// All of it comes from another file and goes by a name.
  case importedUnderName = "imported as part"
  /// Every arrow points the other way, and so do the ends.
  case reversed
  /// The last statement comes first.
  case reordered

  /// The program written so; nil where it would be the same, as nothing in it can be varied.
  func applied(to text: String) -> ProgramText? {
    let mutant =
      switch self {
      case .renamed: ProgramText(root: ArchLintTests.renamed(text))
      case .nested: ProgramText(root: ArchLintTests.nested(text))
      case .imported: ArchLintTests.imported(text, as: nil)
      case .importedUnderName: ArchLintTests.imported(text, as: "part")
      case .reversed: ProgramText(root: ArchLintTests.reversed(text))
      case .reordered: ProgramText(root: ArchLintTests.reordered(text))
      }
    return mutant.root == text ? nil : mutant
  }
}
