package import ArchSource

/// What is known about a kind of element: a cloud service, a generic kind or a container.
///
/// Written in the language, `service sqs "Amazon SQS" { … }`, and read by the same loader whether
/// it is bundled or comes from a user's own file.
package struct Service: Sendable, Equatable {
  /// The name in diagrams: `sqs`.
  package var key: String
  /// The official name: `Amazon SQS`.
  package var title: String
  package var category = "generic"
  /// Other names in diagrams.
  package var aliases: [String] = []
  /// Words that connections of other services may name instead of this one: `compute`, `datastore`.
  package var traits: [String] = []
  package var summary = ""
  package var link: String?
  package var source = ""
  /// The attributes worth a place on the card, where the diagram states them.
  package var shows: [String] = []
  /// How it looks as a container: `vpc`, `subnet`; nil for a plain group.
  package var look: String?
  package var attributes: [AttributeDeclaration] = []
  /// The services or traits it may stand in directly; nil where nothing is said.
  package var standsIn: [String]?
  /// Services or traits that may stand in it, besides those that say so themselves.
  package var contains: [String] = []
  package var connections: [ConnectionClause] = []
  /// Whether only the listed connections leave it.
  package var isClosed = false
  package var declaration: Location

  package init(key: String, title: String, declaration: Location) {
    self.key = key
    self.title = title
    self.declaration = declaration
  }

  /// The title without the vendor, for cards: `SQS`.
  package var shortTitle: String {
    for vendor in ["Amazon ", "AWS "] where title.hasPrefix(vendor) {
      return String(title.dropFirst(vendor.count))
    }
    return title
  }

  /// Whether it is a kind of thing and not a product: a user, an app, a component.
  package var isGeneric: Bool { category == "actors" || category == "generic" }

  /// Whether a word of a clause means this service: its key or one of its traits.
  package func isNamed(by word: String) -> Bool { key == word || traits.contains(word) }

  /// The declaration of an attribute.
  package func attribute(_ name: String) -> AttributeDeclaration? {
    attributes.first { $0.name == name }
  }
}

/// `receives from compute, sns as send`, or `sends to … as …`.
package struct ConnectionClause: Sendable, Equatable {
  /// At which end of the edge the clause's service stands.
  package enum Side: Sendable {
    /// The clause's service is the target.
    case receivesFrom
    /// The clause's service is the source.
    case sendsTo
  }

  package var side: Side
  /// Services or traits at the other end.
  package var others: [String]
  /// The kind of such an edge; nil where the clause does not say.
  package var kind: String?
}
