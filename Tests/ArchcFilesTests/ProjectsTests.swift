import ArchConfiguration
import ArchLint
import ArchSource
import ArchTestSupport
import Testing

@testable import archc

@Test func `Files of rules are found once each, patterns in the order of bytes`() throws {
  try withTemporaryFolder { folder in
    for name in ["z.arch", "a.arch", "rules/b.arch", "rules/a.arch", "rules/x/c.arch", "r.txt"] {
      try makeFile("\(folder)/\(name)")
    }
    try makeFile("\(folder)/.hidden/d.arch")
    func found(_ patterns: String) throws -> [String]? {
      try makeFile("\(folder)/archc.toml", "rules = [\(patterns)]\n")
      let files = Projects().settings(ofFolder: folder)?.configuration?.ruleFiles
      return files?.map { String($0.dropFirst(folder.count + 1)) }
    }
    #expect(try found("'z.arch', '*.arch'") == ["z.arch", "a.arch"])
    #expect(try found("'rules/*.arch'") == ["rules/a.arch", "rules/b.arch"])
    #expect(
      try found("'**/?.arch'")
        == ["a.arch", "rules/a.arch", "rules/b.arch", "rules/x/c.arch", "z.arch"])
    #expect(try found("'rules/**/c.arch', './rules/../a.arch'") == ["rules/x/c.arch", "a.arch"])
    #expect(try found("") == [])
  }
}

@Test func `A configuration is read once, and rules are known that its files declare`() throws {
  try withTemporaryFolder { folder in
    try makeFile("\(folder)/archc.toml", "rules = ['r.arch']\n[severity]\n'ours/rule' = 'off'\n")
    try makeFile("\(folder)/r.arch")
    try makeFolder("\(folder)/a/b")
    var asked: [[String]] = []
    let projects = Projects { configuration in
      asked.append(configuration.ruleFiles)
      return ProblemKinds(changeable: ["ours/rule"], fixed: [])
    }
    for path in [folder, "\(folder)/a/b", "\(folder)/a"] {
      #expect(projects.settings(ofFolder: path)?.root.path == folder)
    }
    #expect(asked == [["\(folder)/r.arch"]])
    #expect(!projects.hasFailures)
  }
}

@Test(arguments: [
  ("/a/b", "/a/b/c", "c"), ("/a/b", "/a/c/d", "../c/d"), ("/", "/x", "x"), ("/a", "/b", "../b"),
  ("/a", "/a b/é", "../a b/é"),
])
func `The path from a folder to a file leads there`(folder: String, file: String, way: String) {
  #expect(path(from: folder, to: file) == way)
}
