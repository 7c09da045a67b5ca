import CArchCatalog
import Glibc

extension Catalog {
  /// The bytes of the bundled files of rules.
  package static var ruleBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: archc_rules_bytes(), count: archc_rules_size())
  }

  /// Where each bundled file of rules lies in those bytes, in order of name.
  package static var ruleTexts: [Range<Int>] {
    let bytes = ruleBytes
    var texts: [Range<Int>] = []
    var start = 0
    while start < bytes.count, let base = bytes.baseAddress,
      let zero = memchr(base + start, 0, bytes.count - start)
    {
      let end = UnsafeRawPointer(zero) - UnsafeRawPointer(base)
      texts.append(start..<end)
      start = end + 1
    }
    return texts
  }
}
