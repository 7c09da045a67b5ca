import ArgumentParser
import Testing

@testable import archc

@Test(arguments: [
  "build", "build a.arch", "build a.arch b.arch folder", "build -", "build a.arch -o a.svg",
  "build --output out/ a.arch", "build - -o -", "build a.arch -o b c.arch",
  "build a.arch --format dot", "build --format animated-svg a.arch -o b", "build --format json -",
])
func `The quick way to read plain arguments finds what the argument parser finds`(
  line: String
) throws {
  let arguments = line.split(separator: " ").map(String.init)
  let command = try #require(try Archc.parseAsRoot(arguments) as? BuildCommand)
  #expect(BuildRequest(plain: arguments) == command.request)
}

@Test(arguments: [
  "", "check a.arch", "build -x", "build a.arch --format doc", "build a.arch -o", "build -ob.svg",
  "build --output=b.svg a.arch", "build a.arch -o b -o c", "build -- a.arch", "build a.arch -o -x",
  "build --help", "help build", "build a.arch --format frames --fps 4", "build a.arch --format",
  "build a.arch --format=dot", "build --format dot --format svg a.arch", "build --format -x a.arch",
])
func `Anything but paths, -o and --format is left to the argument parser`(line: String) {
  #expect(BuildRequest(plain: line.split(separator: " ").map(String.init)) == nil)
}
