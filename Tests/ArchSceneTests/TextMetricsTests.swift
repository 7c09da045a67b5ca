import ArchScene
import Testing

@Test func `Words are as wide as Helvetica sets them`() {
  // By hand from the font's metrics: H 722, e 556, l 222, l 222, o 556.
  #expect(TextMetrics.advance(of: "Hello", .regular) == 2278)
  #expect(TextMetrics.advance(of: "Hello", .semibold) == 722 + 556 + 278 + 278 + 611)
  let width = TextMetrics.width("Hello", in: TextStyle(size: 10, weight: .regular))
  #expect(abs(width - 22.78 * 1.06) < 1e-9)
}

@Test(arguments: ["🙂", "👩‍💻", "👨‍👩‍👧‍👦", "🇸🇪", "⚠️", "1️⃣", "👍🏽"])
func `An emoji is as wide as any other, whatever it is joined from`(emoji: String) {
  #expect(TextMetrics.advance(of: emoji, .regular) == TextMetrics.advance(of: "🚀", .regular))
}

@Test(arguments: [
  ("e\u{301}", "e"), ("a\u{200B}b", "ab"), ("x\u{0}", "x"), ("ab\u{202E}", "ab"), ("", ""),
])
func `What takes no room is measured as nothing`(text: String, same: String) {
  #expect(
    TextMetrics.advance(of: text, .semibold) == TextMetrics.advance(of: same, .semibold))
}

@Test(arguments: ["日本", "한국", "ＡＢ", "→→"])
func `East Asian letters and arrows take an em`(text: String) {
  #expect(TextMetrics.advance(of: text, .regular) == 2000)
}

@Test(arguments: ["Ärger", "Łódź", "Привет", "Καλημέρα", "naïve"])
func `Other alphabets are measured letter by letter`(text: String) {
  let advance = TextMetrics.advance(of: text, .regular)
  #expect((300 * text.count...800 * text.count).contains(advance))
}

/// Words of every kind for the properties below.
private let samples = [
  "", "a", "Order queue", "Application Load Balancer", "a-name/with/slashes-and-hyphens",
  "withoutanyplacetobreakwhatsoeverinit", "日本語のとても長いラベルです", "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻", "  blanks  ",
  "Zażółć gęślą jaźń i jeszcze trochę", "x\u{301}\u{302}\u{303} y", "one\ntwo\nthree and a half",
]

@Test(arguments: samples, [10.0, 20, 44, 80, 168, 400])
func `Fitted text is never wider than its room`(text: String, room: Double) {
  for style in [TextStyle.label, .caption] {
    let elided = TextMetrics.elided(text, to: room, in: style)
    let ellipsis = TextMetrics.width("…", in: style)
    #expect(TextMetrics.width(elided, in: style) <= max(room, ellipsis) + 0.001)
    #expect(elided == text || elided.hasSuffix("…"))
    let lines = TextMetrics.wrapped(text, to: room, in: style)
    #expect((1...2).contains(lines.count))
    for line in lines {
      #expect(TextMetrics.width(line, in: style) <= max(room, ellipsis) + 0.001)
    }
  }
}

@Test(arguments: samples)
func `Text that fits is left alone`(text: String) {
  let width = TextMetrics.width(text, in: .label)
  #expect(TextMetrics.elided(text, to: width, in: .label) == text)
  #expect(TextMetrics.wrapped(text, to: width, in: .label) == [text])
}

@Test func `Wrapping keeps every word when two lines are enough`() {
  let lines = TextMetrics.wrapped("Fraud and sanctions screening", to: 150, in: .label)
  #expect(
    lines == ["Fraud and", "sanctions screening"] || lines == ["Fraud and sanctions", "screening"])
}
