import ArchSource
import Testing

@Test(arguments: ["\n", "\r\n", "\r"])
func `A line ends at LF, CRLF or CR`(ending: String) {
  let table = LineTable(SourceText(name: "a.arch", "one\(ending)två 🙂 x\(ending)"))
  #expect(table.count == 3)
  let offset = 3 + ending.utf8.count + "två 🙂 ".utf8.count
  #expect(table.position(at: offset) == LineColumn(line: 2, column: 7))
  #expect(table.utf16Column(at: offset) == 7)
  #expect(table.content(ofLine: 1) == 0..<3)
}

@Test func `An empty text has one empty line`() {
  let table = LineTable(SourceText(name: "a.arch", ""))
  #expect(table.count == 1)
  #expect(table.position(at: 0) == LineColumn(line: 1, column: 1))
}

@Test func `Edits apply in any order and refuse to overlap`() {
  let source = SourceText(name: "a.arch", "abcdef")
  func edit(_ lower: Int, _ upper: Int, _ text: String) -> TextEdit {
    TextEdit(Location(.root, ByteRange(lower, upper)), text)
  }
  #expect(source.applying([edit(4, 6, "Z"), edit(0, 1, "Y")]) == Array("YbcdZ".utf8))
  #expect(source.applying([edit(0, 3, ""), edit(2, 4, "")]) == nil)
}
