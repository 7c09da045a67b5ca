import CArchCatalog

/// Where each bundled file lies, and which names lead to it.
///
/// Only the head of each file is scanned, for the line `service KEY` and the line `aliases = […]`
/// in the settings below it; a file is parsed when a diagram first names its service. The format
/// tests of the catalog hold the files to the shape this relies on.
struct CatalogIndex: Sendable {
  /// One bundled file.
  struct Entry: Sendable {
    let key: String
    let aliases: [String]
    /// The file's bytes in the bundle.
    let bytes: Range<Int>
  }

  /// The bundled services in the order of their files.
  let entries: [Entry]
  /// The file of attributes common to all elements, edges, headers and steps.
  let common: Range<Int>
  /// The entries that a name leads to: more than one where an alias is ambiguous.
  let byName: [String: [Int]]

  static let bundled = CatalogIndex()

  private init() {
    var entries: [Entry] = []
    var common = 0..<0
    Self.forEachFile { file in
      if let head = Self.readHead(file) {
        entries.append(Entry(key: head.key, aliases: head.aliases, bytes: file))
      } else {
        common = file
      }
    }
    var byName: [String: [Int]] = [:]
    byName.reserveCapacity(entries.count * 3)
    for (index, entry) in entries.enumerated() {
      byName[entry.key, default: []].append(index)
      for alias in entry.aliases { byName[alias, default: []].append(index) }
    }
    self.entries = entries
    self.common = common
    self.byName = byName
  }

  /// The bytes of the bundle: every file, each closed by a zero byte.
  static var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: archc_catalog_bytes(), count: archc_catalog_size())
  }

  private static func forEachFile(_ body: (Range<Int>) -> Void) {
    let bytes = bytes
    var start = 0
    while start < bytes.count, let end = bytes[start...].firstIndex(of: 0) {
      body(start..<end)
      start = end + 1
    }
  }

  /// Reads the key and the aliases off the head of a file; nil where it declares no service.
  private static func readHead(_ file: Range<Int>) -> (key: String, aliases: [String])? {
    var key: String?
    var aliases: [String] = []
    var rest = bytes[file]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      if key == nil {
        key = line.words(after: "service ").first
      } else if line.isEmpty {
        break
      } else {
        aliases += line.words(after: "  aliases = ")
      }
    }
    return key.map { ($0, aliases) }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The names on a line that begins with a prefix; none on any other line.
  fileprivate func words(after prefix: StaticString) -> [String] {
    let prefix = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    guard starts(with: prefix) else { return [] }
    var words: [String] = []
    for word in self[(startIndex + prefix.count)...].split(whereSeparator: { !$0.isNameByte }) {
      words.append(String(decoding: word, as: UTF8.self))
    }
    return words
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
