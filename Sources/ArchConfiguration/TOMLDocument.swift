package import ArchSource

/// A text in TOML 1.0 (toml.io) with the place of every key and value.
///
/// Dates, times and fractions are refused, as no configuration of archc holds any.
package struct TOMLDocument: Sendable {
  /// The tables; those inside others are named by their index.
  package internal(set) var tables = [TOMLTable(origin: .header, place: .at(0))]

  /// The table that holds all others.
  package var root: TOMLTable { tables[0] }
}

/// One table: keys with values, in the order of the text.
package struct TOMLTable: Sendable {
  /// How a table came to be, which decides what may be added to it.
  enum Origin: Sendable {
    /// Named only as a part of the header of another.
    case implicit
    /// `[a]`, or one element of `[[a]]`.
    case header
    /// The `a` of `a.b = 1`.
    case dotted
    /// `{ … }`
    case inline
  }

  /// One key and its value.
  package struct Member: Sendable {
    package let key: String
    /// Where the key stands, quotation marks included.
    package let keyRange: ByteRange
    package internal(set) var value: TOMLValue
  }

  package internal(set) var members: [Member] = []
  /// Where the table begins: its header, its brace, or the part of a name that makes it.
  package let place: ByteRange
  var origin: Origin
  private var indices: [String: Int] = [:]

  init(origin: Origin, place: ByteRange) {
    self.origin = origin
    self.place = place
  }

  /// The index of the member of a name; nil where there is none.
  func index(_ key: String) -> Int? { indices[key] }

  /// Adds a member under a name that is not taken.
  mutating func add(_ key: TOMLKey, _ value: TOMLValue) {
    indices[key.name] = members.count
    members.append(Member(key: key.name, keyRange: key.range, value: value))
  }
}

/// One part of a key.
struct TOMLKey {
  var name: String
  var range: ByteRange
}

/// A value and where it stands.
package struct TOMLValue: Sendable {
  /// What a value can be.
  package enum Kind: Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([TOMLValue])
    /// The table of this index.
    case table(Int)
    /// The tables of `[[a]]`, by index.
    case tables([Int])
  }

  package var kind: Kind
  package var range: ByteRange

  /// What the value is, in a sentence such as "'strict' is a string, not true or false".
  package var description: String {
    switch kind {
    case .string: "a string"
    case .integer: "a number"
    case .boolean(let value): "\(value)"
    case .array: "a list"
    case .table, .tables: "a table"
    }
  }
}
