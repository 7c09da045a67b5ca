import ArchTestSupport
import Testing

@Test(arguments: goldenNames(ending: ".txt"))
func `People see on the console what the golden files show`(name: String) throws {
  let golden = String(decoding: try goldenBytes(name), as: UTF8.self)
  let session = ConsoleSession(golden)
  try #require(!session.commands.isEmpty)
  expectGolden(try session.replayed(), name)
}
