import CArchCatalog

/// Where each bundled file lies, and which names lead to it.
///
/// Only the head of each file is scanned, for the line `service KEY` and the lines `aliases = […]`
/// and `variant NAME …` in the settings below it; a file is parsed when a diagram first names its
/// service. The format tests of the catalog hold the files to the shape this relies on. Names stay
/// bytes in the bundle, in a table by their hashes, because making a few hundred strings would take
/// longer than everything else that a small diagram needs.
struct CatalogIndex: Sendable {
  /// One bundled file.
  struct Entry: Sendable {
    fileprivate let keyBytes: Range<Int>
    /// The file's bytes in the bundle.
    let bytes: Range<Int>

    var key: String { CatalogIndex.text(keyBytes) }
  }

  /// A key or an alias, and the entry it leads to.
  private struct Name: Sendable {
    let bytes: Range<Int>
    let hash: UInt32
    let entry: Int
  }

  /// The bundled services in the order of their files.
  private(set) var entries: [Entry] = []
  /// The file of attributes common to all elements, edges, headers and steps.
  private(set) var common = 0..<0
  private var names: [Name] = []
  /// For each hash, modulo the number of slots, the name to look at first, or -1: open addressing
  /// with linear probing.
  private var slots: [Int16]

  static let bundled = CatalogIndex()

  private init() {
    slots = [Int16](repeating: -1, count: 8_192)
    entries.reserveCapacity(512)
    names.reserveCapacity(2_048)
    var start = 0
    while start < archc_catalog_size() {
      let end = archc_catalog_find(0, start)
      addFile(start..<end)
      start = end + 1
    }
  }

  // MARK: Looking up

  /// The entries that a name leads to: more than one where an alias is ambiguous.
  func entries(named name: String) -> [Entry] {
    var name = name
    return name.withUTF8 { bytes in
      var found: [Entry] = []
      let hash = Self.hash(bytes)
      var slot = Int(hash) % slots.count
      while slots[slot] >= 0 {
        let candidate = names[Int(slots[slot])]
        if candidate.hash == hash, Self.bytes[candidate.bytes].elementsEqual(bytes) {
          found.append(entries[candidate.entry])
        }
        slot = (slot + 1) % slots.count
      }
      return found
    }
  }

  /// Every key and alias that leads to one entry only.
  var unambiguousNames: [String] {
    names.map { Self.text($0.bytes) }.filter { entries(named: $0).count == 1 }
  }

  /// The part of a file before its facts, which stand last.
  static func withoutFacts(_ file: Range<Int>) -> Range<Int> {
    var start = file.lowerBound
    while start < file.upperBound {
      let end = min(archc_catalog_find(UInt8(ascii: "\n"), start), file.upperBound)
      if rest(of: start..<end, after: "  fact ") != nil { return file.lowerBound..<start }
      start = end + 1
    }
    return file
  }

  // MARK: Reading heads

  /// Notes the key and the other names in the head of a file. A file without a service is the
  /// common one.
  private mutating func addFile(_ file: Range<Int>) {
    var hasKey = false
    var start = file.lowerBound
    while start < file.upperBound {
      let end = min(archc_catalog_find(UInt8(ascii: "\n"), start), file.upperBound)
      if !hasKey,
        let key = Self.rest(of: start..<end, after: "service ").flatMap({ Self.firstWord(in: $0) }
        )
      {
        hasKey = true
        entries.append(Entry(keyBytes: key, bytes: file))
        add(key)
      } else if hasKey, start == end {
        return
      } else if hasKey {
        addNames(in: start..<end)
      }
      start = end + 1
    }
    if !hasKey { common = file }
  }

  /// Notes the names on a line of settings; a list may go on over further lines.
  private mutating func addNames(in line: Range<Int>) {
    if let list = Self.rest(of: line, after: "  aliases = [") {
      let close = archc_catalog_find(UInt8(ascii: "]"), list.lowerBound)
      Self.forEachWord(in: list.lowerBound..<close) { add($0) }
    } else if let variant = Self.rest(of: line, after: "  variant ") {
      if let name = Self.firstWord(in: variant) { add(name) }
    }
  }

  /// Notes a name of the last entry.
  private mutating func add(_ name: Range<Int>) {
    precondition(names.count < slots.count / 2, "the table of names has room")
    let hash = Self.hash(UnsafeBufferPointer(rebasing: Self.bytes[name]))
    var slot = Int(hash) % slots.count
    while slots[slot] >= 0 { slot = (slot + 1) % slots.count }
    slots[slot] = Int16(names.count)
    names.append(Name(bytes: name, hash: hash, entry: entries.count - 1))
  }

  /// What follows a prefix on a line; nil on any other line.
  private static func rest(of line: Range<Int>, after prefix: StaticString) -> Range<Int>? {
    let count = prefix.utf8CodeUnitCount
    guard line.count >= count else { return nil }
    for offset in 0..<count where bytes[line.lowerBound + offset] != prefix.utf8Start[offset] {
      return nil
    }
    return line.lowerBound + count..<line.upperBound
  }

  /// Calls a function with each name in a stretch of text.
  private static func forEachWord(in text: Range<Int>, _ body: (Range<Int>) -> Void) {
    let bytes = bytes
    var start = text.lowerBound
    for place in text.lowerBound...text.upperBound
    where place == text.upperBound || !bytes[place].isNameByte {
      if place > start { body(start..<place) }
      start = place + 1
    }
  }

  /// The name that a stretch of text begins with.
  private static func firstWord(in text: Range<Int>) -> Range<Int>? {
    let end = text.first { !bytes[$0].isNameByte } ?? text.upperBound
    return end > text.lowerBound ? text.lowerBound..<end : nil
  }

  // MARK: Bytes

  /// The bytes of the bundle: every file, each closed by a zero byte.
  static var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: archc_catalog_bytes(), count: archc_catalog_size())
  }

  private static func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// FNV-1a, 32 bits.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
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
