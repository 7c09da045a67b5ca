extension Palette {
  /// What is active in a picture that moves: line, rings and tokens.
  ///
  /// It reaches 3 : 1 against the page, the cards and the insides of groups, as text 4.5 : 1.
  var accent: StaticString { isDark ? "#5aa9ff" : "#0f5bd7" }

  /// Words and lines on the accent colour.
  var onAccent: StaticString { isDark ? "#0f1720" : "#ffffff" }
}
