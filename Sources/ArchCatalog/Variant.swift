package import ArchSource

/// Another name of a service that sets one of its attributes: `fifo-queue` is an `sqs` whose type
/// is fifo.
package struct Variant: Sendable, Equatable {
  package var name: String
  package var title: String?
  package var attribute: String
  package var value: Value
  package var declaration: Location
}

/// A range that an attribute has under a condition, instead of the usual one.
package struct Limit: Sendable, Equatable {
  package var attribute: String
  package var bounds: Bounds
  package var defaultValue: Value?
  package var defaultText: String?
  package var condition: Condition?
  package var citations: [String]
  package var declaration: Location
}
