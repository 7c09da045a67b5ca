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
  package var category = Service.unstatedCategory
  /// Other names in diagrams.
  package var aliases: [String] = []
  /// Names in diagrams that set an attribute as well.
  package var variants: [Variant] = []
  /// The variant by whose name the service was found; its attribute has that value by default.
  package var variant: String?
  /// The service that this one adds to.
  package var base: String?
  /// The services it adds to, directly and through others; a clause that names one means it too.
  package var ancestors: [String] = []
  /// Words that connections of other services may name instead of this one: `compute`, `datastore`.
  package var traits: [String] = []
  package var summary = ""
  package var link: String?
  package var source = ""
  package var lifecycle = Lifecycle()
  /// The attributes worth a place on the card, where the diagram states them.
  package var shows: [String] = []
  /// The icon it names; nil for the one of its category.
  package var icon: String?
  /// How it looks as a container: `vpc`, `subnet`; nil for a plain group.
  package var look: String?
  package var attributes: [AttributeDeclaration] = []
  package var limits: [Limit] = []
  /// The services or traits it may stand in directly; nil where nothing is said.
  package var standsIn: [String]?
  /// Where it may stand besides, if it says so much of itself.
  package var standsInWhere: [ConditionalPlaces] = []
  /// Services or traits that may stand in it, besides those that say so themselves.
  package var contains: [String] = []
  package var connections: [ConnectionClause] = []
  /// Whether only the listed connections leave it, with the facts that say so.
  package var isClosed = false
  package var closedCitations: [String] = []
  /// Whether only the listed connections reach it, with the facts that say so.
  package var isClosedToOthers = false
  package var closedToOthersCitations: [String] = []
  package var facts: [Fact] = []
  package var declaration: Location

  /// The category of a service that names none.
  static let unstatedCategory = "generic"

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

  /// The name of the icon on its cards.
  package var iconName: String { icon ?? IconNames.usual(for: category) }

  /// Whether it is a kind of thing and not a product: a user, an app, a component.
  package var isGeneric: Bool { category == "actors" || category == "generic" }

  /// Whether it is a place for others, such as a network, or a kind of thing: who draws an edge to
  /// it means what stands behind, of which nothing is known.
  package var isIndefinite: Bool { isGeneric || category == "group" }

  /// Whether a word of a clause means this service: its key or one of its traits.
  package func isNamed(by word: String) -> Bool { rank(of: word) != nil }

  /// How exactly a word of a clause means this service; nil where it does not.
  package func rank(of word: String) -> Rank? {
    if word == key || ancestors.contains(word) { return .key }
    if traits.contains(word) { return .trait }
    return word == "anything" ? .anything : nil
  }

  /// How exactly a clause means a service.
  package enum Rank: Int, Sendable, Comparable {
    case anything, trait, key

    package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// The declaration of an attribute.
  package func attribute(_ name: String) -> AttributeDeclaration? {
    attributes.first { $0.name == name }
  }

  /// A fact of this service.
  package func fact(_ id: String) -> Fact? { facts.first { $0.id == id } }
}

/// `stands in region, vpc where zone == private`: where some elements of a service may stand.
package struct ConditionalPlaces: Sendable, Equatable {
  /// Services or traits.
  package var names: [String]
  package var condition: Condition
}
