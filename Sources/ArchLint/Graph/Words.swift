/// The words of a name or label in lower case: `order-total`, `OrderTotal` and `Order total` are
/// `order` and `total`.
func words(of text: String) -> [String] {
  var words: [String] = []
  var word = ""
  var followsSmallLetter = false
  for character in text {
    let isLarge = character.isUppercase
    if !character.isLetter || (isLarge && followsSmallLetter) {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    if character.isLetter { word += character.lowercased() }
    followsSmallLetter = character.isLowercase
  }
  if !word.isEmpty { words.append(word) }
  return words
}

/// `'a', 'b' and 'c'`
func quotedList(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}
