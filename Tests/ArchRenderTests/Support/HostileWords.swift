/// Words that break careless writers, for every place where an author's words end up.
enum HostileWords {
  static let all: [String] = markup + controls + links + dot

  static let markup = [
    "\"", "'", "<", ">", "&", "&amp;", "&lt;script&gt;", "&#60;", "&#x3c;", "&bogus;", "&",
    "<script>alert(1)</script>", "</text><script>alert(1)</script>", "\"><script>alert(1)</script>",
    "' onload='alert(1)", "\" onload=\"alert(1)", "\"/><image href=\"http://evil.test/x\"/>",
    "]]>", "<![CDATA[x]]>", "<!-- x -->", "-->", "<!DOCTYPE svg [<!ENTITY a \"b\">]>", "<?xml?>",
    "</svg>", "</style><style>*{display:none}", "}*{fill:red}", "url(http://evil.test/x)",
    "@import 'http://evil.test/x'", "<foreignObject><b>x</b></foreignObject>", "{{7*7}}", "${x}",
  ]

  static let controls = [
    "\u{0}", "a\u{0}b", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1B}[2J", "\u{7F}", "\u{80}",
    "\u{85}",
    "\u{9B}31m", "\u{FEFF}x", "\u{FFFE}", "\u{FFFF}", "a\nb", "a\r\nb", "a\tb", "\u{2028}",
    "\u{2029}",
    "\u{202E}evil\u{202C}", "\u{2066}x\u{2069}", "\u{200B}", "\u{AD}", "e\u{301}\u{302}", "👩‍👩‍👧‍👦", "𝕏",
    "",
  ]

  static let links = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "javascript\u{0}:alert(1)",
    "\u{200B}javascript:alert(1)", "&#106;avascript:alert(1)", "data:text/html,<script>1</script>",
    "vbscript:x", "file:///etc/passwd", "//evil.test", "\\\\evil.test", "/\\evil.test",
    "http:evil.test",
    "https:/\\evil.test", "blob:x", "a:b", "\u{A0}javascript:x", "x\u{3000}y", "view-source:x",
  ]

  static let dot = [
    "\\", "\\\"", "\\\\", "\\\\\"", "trailing \\", "\\N", "\\G", "\\L", "\", image=\"/etc/passwd",
    "\"]; x [label=\"", "<<b>bold</b>>", "<b>", "subgraph", "digraph { a }", "} }", "/* x */",
    "// x", "# x",
  ]
}

/// Returns words as a reader of a picture may see them: no control characters, blanks for line
/// breaks.
func shown(_ words: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in words.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
    case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
      continue
    default: result.append(scalar)
    }
  }
  return String(result)
}
