import Testing

@testable import archc

/// Whether one ignore file ignores a path; a path that ends in a slash is a folder.
private func ignores(_ rules: String, _ path: String) -> Bool {
  let names = Array(path.utf8).split(separator: UInt8(ascii: "/"))
  return IgnoreRules(Array(rules.utf8)).ignores(names, isFolder: path.hasSuffix("/")) ?? false
}

@Test(arguments: [
  ("a.arch", ["a.arch", "x/a.arch"], ["b.arch", "a.arch.x", "xa.arch"]),
  ("/a.arch", ["a.arch"], ["x/a.arch"]),
  ("x/a.arch", ["x/a.arch"], ["y/x/a.arch", "a.arch"]),
  ("out/", ["out/", "x/out/"], ["out", "x/out"]),
  ("/out/", ["out/"], ["x/out/"]),
  ("*.arch", ["a.arch", "x/.arch", "x/é.arch"], ["a.arc"]),
  ("x/*.arch", ["x/a.arch"], ["x/y/a.arch"]),
  ("x*y", ["xy", "xaay"], ["x/y"]),
  ("?.arch", ["a.arch"], ["ab.arch", ".arch"]),
  ("**/a", ["a", "x/a", "x/y/a"], ["xa"]),
  ("x/**", ["x/a", "x/y/a"], ["x/", "a"]),
  ("x/**/a", ["x/a", "x/y/a", "x/y/z/a"], ["x/ya", "a"]),
  ("***/a", ["a", "x/y/a"], ["xa"]),
  ("**", ["a", "x/y"], []),
  ("/**", ["a", "x/y"], []),
  ("a**b", ["ab", "axxb"], ["a/b"]),
  ("[ab].x", ["a.x", "b.x"], ["c.x", "ab.x"]),
  ("[!ab].x", ["c.x"], ["a.x"]),
  ("[^a-c].x", ["d.x"], ["b.x"]),
  ("[]a].x", ["].x", "a.x"], ["b.x"]),
  ("[a-].x", ["-.x", "a.x"], ["b.x"]),
  ("[[:digit:]x].a", ["7.a", "x.a"], ["y.a"]),
  ("[\\]].x", ["].x"], ["\\.x"]),
  ("[a.x", [], ["[a.x", "a.x"]),
  ("\\!a", ["!a"], ["a"]),
  ("\\#a", ["#a"], []),
  ("a\\*", ["a*"], ["ab"]),
  ("a\\", [], ["a", "a\\"]),
  ("# a", [], ["# a", "a"]),
  ("a  ", ["a"], ["a  "]),
  ("a\\ ", ["a "], ["a"]),
  ("a\\  ", ["a "], ["a  "]),
  ("a\r", ["a"], []),
  ("\u{FEFF}a", ["a"], []),
  ("\n\n  \n/\n!\n", [], ["a", " "]),
  ("*\n!a", ["b"], ["a", "x/a"]),
  ("!a\na", ["a"], []),
])
func `Patterns mean what they mean to Git`(rules: String, ignored: [String], kept: [String]) {
  for path in ignored { #expect(ignores(rules, path), "\(path) should be ignored") }
  for path in kept { #expect(!ignores(rules, path), "\(path) should be kept") }
}

@Test func `A pattern made to be slow is matched at once`() {
  let pattern = String(repeating: "*a", count: 1000) + "b"
  #expect(!ignores(pattern, String(repeating: "a", count: 20_000)))
  let folders = String(repeating: "**/a/", count: 100) + "b"
  #expect(!ignores(folders, String(repeating: "a/", count: 200)))
}
