import ArchSource

/// Where headers and dotted names lead, and what may not be said twice.
extension TOMLReader {
  /// The table that `[path]` begins.
  mutating func defineTable(_ path: [TOMLKey], header: ByteRange) throws(TOMLProblem) -> Int {
    let (parent, key) = try descend(path)
    guard let index = document.tables[parent].index(key.name) else {
      return addTable(to: parent, key, origin: .header, range: header)
    }
    let member = document.tables[parent].members[index]
    guard case .table(let table) = member.value.kind,
      document.tables[table].origin == .implicit
    else { throw repeated(key, member) }
    document.tables[table].origin = .header
    return table
  }

  /// The table that `[[path]]` begins.
  mutating func addElement(_ path: [TOMLKey], header: ByteRange) throws(TOMLProblem) -> Int {
    let (parent, key) = try descend(path)
    let table = document.tables.count
    if let index = document.tables[parent].index(key.name) {
      guard case .tables(var tables) = document.tables[parent].members[index].value.kind else {
        throw repeated(key, document.tables[parent].members[index])
      }
      // The list has one owner while it grows, so that it is not copied for every element.
      document.tables[parent].members[index].value.kind = .tables([])
      tables.append(table)
      document.tables[parent].members[index].value.kind = .tables(tables)
    } else {
      document.tables[parent].add(key, TOMLValue(kind: .tables([table]), range: header))
    }
    document.tables.append(TOMLTable(origin: .header, place: header))
    return table
  }

  /// Puts a value under a name, dotted or not, of a table.
  mutating func insert(
    _ value: TOMLValue, at path: [TOMLKey], of table: Int
  ) throws(TOMLProblem) {
    var table = table
    for key in path.dropLast() {
      guard let index = document.tables[table].index(key.name) else {
        table = addTable(to: table, key, origin: .dotted, range: key.range)
        continue
      }
      let member = document.tables[table].members[index]
      guard case .table(let next) = member.value.kind, document.tables[next].origin == .dotted
      else { throw repeated(key, member) }
      table = next
    }
    guard let key = path.last else { return }
    if let index = document.tables[table].index(key.name) {
      throw repeated(key, document.tables[table].members[index])
    }
    document.tables[table].add(key, value)
  }

  /// The table that holds the last part of a header's name; tables on the way are made.
  private mutating func descend(
    _ path: [TOMLKey]
  ) throws(TOMLProblem) -> (parent: Int, key: TOMLKey) {
    var table = 0
    for key in path.dropLast() {
      guard let index = document.tables[table].index(key.name) else {
        table = addTable(to: table, key, origin: .implicit, range: key.range)
        continue
      }
      let member = document.tables[table].members[index]
      switch member.value.kind {
      case .table(let next) where document.tables[next].origin != .inline: table = next
      case .tables(let tables): table = tables.last ?? table
      default: throw repeated(key, member)
      }
    }
    return (table, path.last ?? TOMLKey(name: "", range: here))
  }

  private mutating func addTable(
    to parent: Int, _ key: TOMLKey, origin: TOMLTable.Origin, range: ByteRange
  ) -> Int {
    let table = document.tables.count
    document.tables[parent].add(key, TOMLValue(kind: .table(table), range: range))
    document.tables.append(TOMLTable(origin: origin, place: range))
    return table
  }

  private func repeated(_ key: TOMLKey, _ member: TOMLTable.Member) -> TOMLProblem {
    TOMLProblem("'\(key.name)' is given twice", key.range, first: member.keyRange)
  }
}
