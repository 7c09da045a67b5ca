import CArchCatalog

extension Catalog {
  /// The bundled files of rules, as bytes, in order of name.
  package static var ruleTexts: [Slice<UnsafeBufferPointer<UInt8>>] {
    let bytes = UnsafeBufferPointer(start: archc_rules_bytes(), count: archc_rules_size())
    var texts: [Slice<UnsafeBufferPointer<UInt8>>] = []
    var start = 0
    for end in bytes.indices where bytes[end] == 0 {
      texts.append(bytes[start..<end])
      start = end + 1
    }
    return texts
  }
}
