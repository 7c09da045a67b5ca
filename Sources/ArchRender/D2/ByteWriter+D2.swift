extension ByteWriter {
  /// Appends a double-quoted string of D2: the only way an author's words enter a D2 file.
  ///
  /// Quotes and backslashes are escaped, so the string cannot end early, and dollar signs, which
  /// would bring in a variable.
  mutating func d2String(_ lines: String...) {
    raw("\"")
    for (index, line) in lines.enumerated() {
      if index > 0 { raw("\\n") }
      for scalar in line.onOneLine.unicodeScalars {
        if scalar == "\"" || scalar == "\\" || scalar == "$" { raw("\\") }
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
      }
    }
    raw("\"")
  }
}
