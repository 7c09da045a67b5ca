/// A text for people about one thing of the catalog, before it is laid out for a terminal or as
/// Markdown.
package struct Page: Sendable, Equatable {
  /// One part of a page.
  package enum Block: Sendable, Equatable {
    case heading(String)
    case paragraph(String)
    /// Terms, each with what is to be said of it, one line of text after the other.
    case definitions([Definition])
    case table(header: [String], rows: [[String]])
    /// A program.
    case code(String)
  }

  /// A term and what is to be said of it.
  package struct Definition: Sendable, Equatable {
    package var term: String
    package var lines: [String]

    package init(_ term: String, _ lines: [String]) {
      self.term = term
      self.lines = lines
    }
  }

  package var title: String
  /// One sentence.
  package var summary: String
  package var blocks: [Block] = []

  package init(title: String, summary: String) {
    self.title = title
    self.summary = summary
  }
}
