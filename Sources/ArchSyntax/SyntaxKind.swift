/// What a node of the tree is. `Grammar/arch.ebnf` has a production of the same name for each.
package enum SyntaxKind: UInt8, Sendable, Hashable, CaseIterable {
  /// The whole source.
  case file

  // MARK: Statements
  /// `import "network.arch" as network`
  case importDeclaration
  /// `diagram "Photo sharing" { … }`
  case diagramHeader
  /// `orders: sqs "Order queue" { … }`, and every operand of a connection.
  case element
  /// `user -> web -> app "GET /" { … }`
  case connection
  /// `retention = 14d`
  case attribute
  /// `flow "Checkout" { … }`
  case flow
  /// `together { … }`
  case together

  // MARK: Parts of statements
  /// The statements between `{` and `}`, braces included.
  case block
  /// What an element or an attribute is called.
  case name
  /// The word after an element's `:`.
  case serviceName
  /// A string that names an element, a connection, a flow or a declaration for people.
  case label
  /// The elements before or after an arrow, separated by commas.
  case operands
  /// An arrow, its operands, and the label and block of that part of the connection.
  case hop

  // MARK: Values
  /// A name, or several joined by dots: `main.private.app`.
  case reference
  case number
  case address
  case string
  /// `[a, b]`
  case list
  /// `0s..12h`, `1..`
  case range

  // MARK: Services
  /// `service sqs "Amazon SQS" { … }`
  case serviceDeclaration
  /// `attributes element { … }`
  case attributesDeclaration
  /// `attribute retention: duration 60s..14d = 4d "…" also message-retention-period`
  case attributeDeclaration
  /// `duration`, `reference sqs, sns`, `standard | fifo`
  case typeExpression
  /// The names after `also`.
  case alternativeNames
  /// `receives from compute, sns as send` and its like.
  case clause
  /// The kind after a clause's `as`.
  case connectionKind
  /// How the target of a clause is called, after the kind: `sync`, `async`, `polled`, `pulled`.
  case invocation
  /// `where source.type == standard`
  case condition
  /// The facts that a statement of a service rests on: `[SNS-01, SNS-05]`
  case citations
  /// `60s | 120s | 300s`: the numbers an attribute may have.
  case alternatives
  /// `variant fifo-topic "FIFO topic" type = fifo`
  case variantDeclaration
  /// `limit timeout 50ms..30s where type == http`
  case limitDeclaration
  /// `fact SNS-01 "…" { source = "…" }`
  case factDeclaration

  // MARK: Rules
  /// `rule sqs/visibility-timeout "…" { … }`
  case ruleDeclaration
  /// `sqs/visibility-timeout`
  case ruleName
  /// `match`, `require`, `because`, `fix` and their like with what follows.
  case ruleClause
  /// `sqs as queue -> lambda` after `match` and in a quantifier.
  case pattern
  /// One end of a pattern: services or traits, and the name it goes by in the rule.
  case patternOperand
  /// `exists(waf -> it)`
  case quantifier
  case binaryExpression
  case unaryExpression
  case call
  case parenthesized

  /// Text the parser could make nothing of; a problem was reported for it.
  case error
}
