/// A picture as text, and what its reader should be told about it.
package struct TextPicture: Sendable, Equatable {
  /// Lines without trailing blanks, each with its newline.
  package var text: String
  /// Sentences for standard error, without a final full stop: that it was turned, or is too wide.
  package var notes: [String]
}
