import ArchFormat
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

private let inputs = goldenNames(ending: ".arch").filter { !$0.hasSuffix(".formatted.arch") }

@Test(arguments: inputs)
func `A source is formatted as its golden shows`(name: String) throws {
  let parsed = parse(SourceText(name: name, bytes: try goldenBytes(name)))
  let text = String(decoding: format(parsed), as: UTF8.self)
  expectGolden(text, name.replacing(".arch", with: ".formatted.arch"))
}
