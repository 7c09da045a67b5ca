package import ArchSource

/// `receives from compute, sns as send async`, or `never sends to kinesis "…" [SNS-01]`: what a
/// service says of the edges that end at it or begin there.
package struct ConnectionClause: Sendable, Equatable {
  /// At which end of the edge the clause's service stands.
  package enum Side: Sendable {
    /// The clause's service is the target.
    case receivesFrom
    /// The clause's service is the source.
    case sendsTo
  }

  /// Who calls whom, and who waits.
  package enum Invocation: String, Sendable, CaseIterable {
    /// The source calls and waits for the answer.
    case sync
    /// The source hands over and goes on.
    case async
    /// The target keeps asking the source whether there is something: a queue and its consumer.
    case polled
    /// The arrow follows the content, but it is the target that asks for it: a bucket and the
    /// query that reads it.
    case pulled
  }

  package var side: Side
  /// Whether the clause says that there is no such edge.
  package var isNever = false
  /// Services or traits at the other end, or `anything`.
  package var others: [String]
  /// The kind of such an edge; nil where the clause does not say.
  package var kind: String?
  package var invocation: Invocation?
  /// For which elements it holds; nil for all.
  package var condition: Condition?
  /// Why it is so, where the facts do not say.
  package var reason: String?
  /// The facts it rests on.
  package var citations: [String] = []
  package var declaration: Location
}
