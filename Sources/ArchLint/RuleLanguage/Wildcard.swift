/// Whether a text fits a pattern in which `*` stands for any characters and `?` for one.
///
/// Remembers only the last `*`, so the time is at most the product of the two lengths.
func fitsWildcard(_ text: String, _ pattern: String) -> Bool {
  let text = Array(text.unicodeScalars)
  let pattern = Array(pattern.unicodeScalars)
  var t = 0
  var p = 0
  var star: (pattern: Int, text: Int)?
  while t < text.count {
    if p < pattern.count, pattern[p] == "?" || (pattern[p] == text[t] && pattern[p] != "*") {
      t += 1
      p += 1
    } else if p < pattern.count, pattern[p] == "*" {
      star = (p, t)
      p += 1
    } else if let last = star {
      star = (last.pattern, last.text + 1)
      p = last.pattern + 1
      t = last.text + 1
    } else {
      return false
    }
  }
  return pattern[p...].allSatisfy { $0 == "*" }
}
