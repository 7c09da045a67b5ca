/// The words of a name or label in lower case: `order-total`, `OrderTotal` and `Order total` are
/// `order` and `total`.
///
/// Only the letters of ASCII are told from signs and made small; whatever lies beyond counts as a
/// small letter.
func words(of text: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  var followsSmallLetter = false
  for byte in text.utf8 {
    let isLarge = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
    let isSmall = byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= 0x80
    if !word.isEmpty, !(isLarge || isSmall) || (isLarge && followsSmallLetter) {
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    if isLarge { word.append(byte | 0x20) }
    if isSmall { word.append(byte) }
    followsSmallLetter = isSmall
  }
  if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
  return words
}

/// `'a', 'b' and 'c'`
func quotedList(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}
