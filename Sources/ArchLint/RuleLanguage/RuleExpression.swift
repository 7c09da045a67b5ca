package import ArchCatalog
package import ArchSource

/// A condition or a calculation of a rule: what stands behind `require`, `where` and in the braces
/// of a message.
package indirect enum RuleExpression: Sendable {
  case constant(Value)
  case element(ElementSlot)
  /// An attribute of an element, or what a path of references and places leads to:
  /// `it.dlq.retention`.
  case attribute(ElementSlot, [String], Location)
  /// An attribute of the edge between two neighbours of a pattern.
  case edgeAttribute(EdgeSlot, String, Location)
  /// What a path leads to from the element that an expression is: `edge.dlq.type`.
  case beyond(RuleExpression, [String], Location)
  /// A setting of the header.
  case setting(String, Location)
  case not(RuleExpression)
  case negative(RuleExpression)
  case all([RuleExpression])
  case any([RuleExpression])
  case compare(RuleExpression, Condition.Comparison, RuleExpression)
  case calculate(RuleExpression, Calculation, RuleExpression)
  case call(RuleFunction, [RuleExpression], words: [String])
  case exists(Quantifier)
  case count(Quantifier)

  package enum Calculation: String, Sendable {
    case sum = "+"
    case difference = "-"
    case product = "*"
    case quotient = "/"
  }
}

/// The functions that rules may call.
package enum RuleFunction: String, Sendable, CaseIterable {
  case stated, known, `default`, `is`, like, length, min, max
  case namedAs = "named-as"
}

/// A place in a pattern that an element takes while the pattern is tried.
package struct ElementSlot: Sendable, Hashable {
  package let index: Int
}

/// The edge behind one element of a pattern, by the slot of the edge.
package struct EdgeSlot: Sendable, Hashable {
  package let index: Int
}

/// What a rule looks for: an element, an edge or a short path.
package struct RulePattern: Sendable {
  /// One place of the pattern.
  package struct Operand: Sendable {
    /// The services and traits it may be; none where it is an element from outside.
    package var words: [String]
    /// The slot that the element takes, or the one of an element from outside.
    package var slot: ElementSlot
    /// Whether the slot is filled already when the pattern is tried.
    package var isBound = false
    /// Where the element comes from that fills it: what a path from another slot leads to.
    package var origin: Origin?
    /// Where each word stands.
    package var locations: [Location] = []
  }

  /// `it.vpc`
  package struct Origin: Sendable {
    package var slot: ElementSlot
    package var path: [String]
    package var location: Location
  }

  /// What stands between two operands.
  package enum Link: Sendable {
    /// `->`, `~>`
    case forward
    /// `<-`, `<~`
    case backward
    /// `--`, `<->`: an edge either way.
    case either
    /// `in`: inside, at any depth.
    case inside
  }

  package var operands: [Operand]
  package var links: [Link]
  /// The slots of the edges, one for each link.
  package var edges: [EdgeSlot]
  package var condition: RuleExpression?
}

/// A pattern in an expression: whether it fits anywhere, or how often.
package final class Quantifier: Sendable {
  package let pattern: RulePattern
  /// Which of the operands is an element from outside; nil for a question about the whole diagram.
  package let anchor: Int?
  /// Numbers the quantifiers of a rule, so that each is answered once for each element.
  package let index: Int

  init(pattern: RulePattern, anchor: Int?, index: Int) {
    self.pattern = pattern
    self.anchor = anchor
    self.index = index
  }
}

/// A rule's check by a pattern.
package struct PatternCheck: Sendable {
  package enum Demand: Sendable {
    /// Reports where it is false.
    case require(RuleExpression)
    /// Reports where it is true.
    case forbid(RuleExpression)
  }

  /// A change to the text.
  package enum Change: Sendable {
    case set(RuleExpression, RuleExpression)
    /// A statement with braces, to stand behind the one of the first element.
    case add(String)
  }

  package var pattern: RulePattern
  /// All of them must hold. With none, whatever fits the pattern is reported.
  package var demands: [Demand]
  /// What to say, with braces; nil for the summary.
  package var message: String?
  /// Where to point; nil for the usual place.
  package var place: RuleExpression?
  /// The changes that `--fix` makes, together.
  package var fix: [Change]
  /// The changes that are offered only.
  package var suggestion: [Change]
  package var elementSlots: Int
  package var edgeSlots: Int
  package var quantifiers: Int
  /// What the names of the rule mean, for the braces of its texts.
  package var names: RuleNames
}

/// What names mean in an expression.
package struct RuleNames: Sendable {
  package var elements: [String: ElementSlot] = [:]
  package var edge: EdgeSlot?
}

extension RuleExpression {
  /// The expressions directly inside.
  package var parts: [RuleExpression] {
    switch self {
    case .constant, .element, .attribute, .edgeAttribute, .setting: []
    case .not(let part), .negative(let part), .beyond(let part, _, _): [part]
    case .all(let parts), .any(let parts): parts
    case .compare(let left, _, let right), .calculate(let left, _, let right): [left, right]
    case .call(_, let parts, _): parts
    case .exists(let quantifier), .count(let quantifier):
      quantifier.pattern.condition.map { [$0] } ?? []
    }
  }

  /// This expression and all inside it.
  package var all: [RuleExpression] {
    var found: [RuleExpression] = []
    visit { found.append($0) }
    return found
  }

  /// Visits this expression and all inside it.
  func visit(_ body: (RuleExpression) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }
}
