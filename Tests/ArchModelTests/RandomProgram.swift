import ArchTestSupport

/// A program made by chance: nested containers, edges with names and paths in scope or not,
/// references, labels, mentions of what nobody declares. Equal seeds give equal programs.
struct RandomProgram {
  /// The statements outside all blocks.
  private(set) var statements: [String] = []

  private var random: SplitMix64
  private let name: (Int) -> String
  /// Whether a container may hold two elements of one name.
  private let allowsDuplicates: Bool
  private var nextUnique = 0

  /// - Parameter name: How the element of a number is called.
  init(
    seed: UInt64, statements count: Int = 12, allowsDuplicates: Bool = false,
    name: @escaping (Int) -> String = { "name-\($0)" }
  ) {
    random = SplitMix64(seed: seed)
    self.name = name
    self.allowsDuplicates = allowsDuplicates
    var taken: Set<Int> = []
    for _ in 0..<count { statements.append(statement(depth: 0, taken: &taken)) }
  }

  var text: String { statements.joined(separator: "\n") + "\n" }

  /// What nobody declares: products and their aliases, labels, and names that are both.
  private static let undeclared = [
    "dynamodb", "ddb", "table", "publisher", "cloudfront", "s3", "\"Mobile app\"", "mobile-app",
    "\"Topic\"", "topic", "sns", "\"SNS\"", "nobody",
  ]

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  private mutating func anyName() -> String { name(Int.random(in: 0..<14, using: &random)) }

  private mutating func statement(depth: Int, taken: inout Set<Int>) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: element(taken: &taken)
    case 3..<5 where depth < 4: container(depth: depth, taken: &taken)
    default: connection()
    }
  }

  private mutating func newName(_ taken: inout Set<Int>) -> String {
    var number = Int.random(in: 0..<14, using: &random)
    if taken.contains(number), !allowsDuplicates {
      nextUnique += 1
      number = 100 + nextUnique
    }
    taken.insert(number)
    return name(number)
  }

  private mutating func element(taken: inout Set<Int>) -> String {
    let service = pick(["sqs", "lambda", "s3", "rds", "queue", "alb"])
    let head = "\(newName(&taken)): \(service)"
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where service == "sqs": return "\(head) { dlq = \(operand()); muted = true }"
    case 1: return "\(head) \"A label\""
    default: return head
    }
  }

  private mutating func container(depth: Int, taken: inout Set<Int>) -> String {
    let head = "\(newName(&taken)): \(pick(["group", "vpc", "subnet", "region", "component"]))"
    var inner: Set<Int> = []
    let count = Int.random(in: 1...4, using: &random)
    let statements = (0..<count).map { _ in statement(depth: depth + 1, taken: &inner) }
    return "\(head) {\n\(statements.joined(separator: "\n"))\n}"
  }

  private mutating func connection() -> String {
    let arrow = pick(["->", "<-", "<->", "~>", "--", "<~"])
    let label = pick(["", " \"label\"", " { kind = poll }"])
    return "\(operands()) \(arrow) \(operands())\(label)"
  }

  private mutating func operands() -> String {
    Bool.random(using: &random) ? edgeEnd() : "\(edgeEnd()), \(edgeEnd())"
  }

  private mutating func edgeEnd() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: "user"
    case 1: pick(Self.undeclared)
    default: operand()
    }
  }

  private mutating func operand() -> String {
    Int.random(in: 0..<5, using: &random) == 0 ? "\(anyName()).\(anyName())" : anyName()
  }
}
