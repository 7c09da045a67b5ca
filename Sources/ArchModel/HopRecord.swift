/// One arrow of a connection.
struct HopRecord {
  var reading: Int32
  /// The `hop` node.
  var node: Int32
  var scope: Int32
  /// The operands before and behind it, in `Resolver.ends`.
  var left: Range<Int32>
  var right: Range<Int32>
}

/// The block of an element that says something about it.
struct BlockRecord {
  /// The element, by index.
  var element: Int32
  var reading: Int32
  /// The `block` node.
  var node: Int32
}
