/// A text with one random mistake of the kind that typing, pasting or a damaged disk makes.
///
/// - Parameter tokens: The tokens of the text, one after the other.
package func mutated(
  _ bytes: [UInt8], tokens: [Range<Int>], using random: inout some RandomNumberGenerator
) -> [UInt8] {
  guard let token = tokens.randomElement(using: &random), !bytes.isEmpty else { return bytes }
  let place = Int.random(in: 0..<bytes.count, using: &random)
  switch Int.random(in: 0..<6, using: &random) {
  case 0: return Array(bytes[..<token.lowerBound] + bytes[token.upperBound...])
  case 1: return Array(bytes[..<token.upperBound] + bytes[token] + bytes[token.upperBound...])
  case 2: return swapping(token, tokens.randomElement(using: &random) ?? token, in: bytes)
  case 3: return Array(bytes[..<place])
  case 4:
    var flipped = bytes
    flipped[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    return flipped
  default:
    let pieces = [
      "{", "}", "[", "(", ";", ",", "->", "=", ":", "\"", "\n", "#", ".", "-", "\u{200B}",
    ]
    let piece = pieces.randomElement(using: &random) ?? ""
    return Array(bytes[..<place]) + Array(piece.utf8) + bytes[place...]
  }
}

private func swapping(_ one: Range<Int>, _ other: Range<Int>, in bytes: [UInt8]) -> [UInt8] {
  let (first, second) = one.lowerBound <= other.lowerBound ? (one, other) : (other, one)
  guard first.upperBound <= second.lowerBound else { return bytes }
  return Array(bytes[..<first.lowerBound]) + bytes[second]
    + bytes[first.upperBound..<second.lowerBound] + bytes[first] + bytes[second.upperBound...]
}
