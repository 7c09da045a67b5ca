import ArgumentParser
import Testing

@testable import archc

@Test(arguments: [
  "build", "build a.arch", "build a.arch b.arch folder", "build -", "build a.arch -o a.svg",
  "build --output out/ a.arch", "build - -o -", "build a.arch -o b c.arch",
])
func `The quick way to read plain arguments finds what the argument parser finds`(
  line: String
) throws {
  let arguments = line.split(separator: " ").map(String.init)
  let command = try #require(try Archc.parseAsRoot(arguments) as? BuildCommand)
  #expect(BuildRequest(plain: arguments) == command.request)
}

@Test(arguments: [
  "", "check a.arch", "build -x", "build a.arch --format dot", "build a.arch -o", "build -ob.svg",
  "build --output=b.svg a.arch", "build a.arch -o b -o c", "build -- a.arch", "build a.arch -o -x",
  "build --help", "help build", "build a.arch --format frames --fps 4",
])
func `Anything but paths and -o is left to the argument parser`(line: String) {
  #expect(BuildRequest(plain: line.split(separator: " ").map(String.init)) == nil)
}
