/// Names findings across runs: the same problem keeps its fingerprint when lines move.
///
/// Built from rule, path and message; where those are equal, the first finding differs from the
/// second by its number.
struct FingerprintMaker {
  private var seen: [String: Int] = [:]

  /// The fingerprint of the next finding, 32 hexadecimal digits.
  mutating func fingerprint(of finding: Finding) -> String {
    let first = problemFingerprint(finding.diagnostic, path: finding.place.path)
    let number = seen[first, default: 0]
    seen[first] = number + 1
    return number == 0
      ? first
      : problemFingerprint(finding.diagnostic, path: finding.place.path, number: number)
  }
}

/// The fingerprint of a problem in a file, 32 hexadecimal digits.
///
/// - Parameter number: How many problems before it have the same rule, path and message.
func problemFingerprint(
  _ diagnostic: Diagnostic, path: String, number: Int = 0
) -> String {
  let message = String(withoutGuess(diagnostic.message))
  let words = [diagnostic.id.name, path, message, String(number)]
  let digits = String(fnv1a(words.joined(separator: "\0")), radix: 16)
  return String(repeating: "0", count: 32 - digits.count) + digits
}

/// A message without "; did you mean 'orders'?" at its end, which depends on what else the diagram
/// names.
private func withoutGuess(_ message: String) -> Substring {
  guard message.hasSuffix("?"), let guess = message.firstRange(of: "did you mean ") else {
    return message[...]
  }
  return message[..<guess.lowerBound].dropLast(2)
}

/// The 128-bit FNV-1a hash of Fowler, Noll and Vo, of the UTF-8 bytes of a text
/// (draft-eastlake-fnv, section 5).
func fnv1a(_ text: String) -> UInt128 {
  let offsetBasis: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
  let prime: UInt128 = (1 << 88) + 0x13B
  return text.utf8.reduce(offsetBasis) { ($0 ^ UInt128($1)) &* prime }
}
