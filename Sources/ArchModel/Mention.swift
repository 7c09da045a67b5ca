/// An operand that names an element instead of declaring it.
struct Mention {
  /// The symbol of a single name or of a label in kebab case; below zero for a path.
  var symbol: Int32
  var scope: Int32
  var reading: Int32
  /// The `element` node.
  var node: Int32
  /// Whether it is a quoted label.
  var isLabel: Bool
  /// Whether it is a whole statement: `vpc { ec2 }` says where the instance stands.
  var standsAlone = false
  /// The element it turned out to mean, by index; below zero where there is none.
  var element: Int32 = -1
  /// The pending implicit element it waits for; below zero where there is none.
  var pending: Int32 = -1
}

/// One operand of a connection.
enum End {
  /// An element declared in passing, by index.
  case element(Int32)
  /// Index of a mention.
  case mention(Int32)
}
