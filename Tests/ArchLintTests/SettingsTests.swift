import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import Testing

/// What is said about a text as `word[rule]`, under settings for all files.
private func said(
  _ text: String, _ settings: [String: LintSettings.Setting], isStrict: Bool? = nil,
  commandLine: Bool = false
) -> [String] {
  let program = program(text)
  let settings = LintSettings(
    sections: [.init(settings: settings, isStrict: isStrict)], isStrict: commandLine)
  return lint(program, resolve(program), settings: settings).map {
    "\($0.severity.word)[\($0.id.name)]"
  }
}

private let unknown = "user -> acme-corp\n"

@Test func `A severity is changed, switched off, or left alone`() {
  #expect(said(unknown, [:]) == ["warning[name/unknown]"])
  #expect(said(unknown, ["name/unknown": .severity(.hint)]) == ["hint[name/unknown]"])
  #expect(said(unknown, ["name/unknown": .severity(.error)]) == ["error[name/unknown]"])
  #expect(said(unknown, ["name/unknown": .off]) == [])
  #expect(said(unknown, ["name/*": .off]) == [])
  #expect(said(unknown, ["nam/*": .off, "name/unknow": .off]) == ["warning[name/unknown]"])
  #expect(
    said(unknown, ["name/*": .off, "name/unknown": .severity(.hint)]) == ["hint[name/unknown]"])
}

@Test func `Strictness makes errors of warnings; the project's only where it says nothing else`() {
  #expect(said(unknown, [:], isStrict: true) == ["error[name/unknown]"])
  let lenient: [String: LintSettings.Setting] = ["name/unknown": .severity(.warning)]
  #expect(said(unknown, lenient, isStrict: true) == ["warning[name/unknown]"])
  #expect(said(unknown, lenient, isStrict: false, commandLine: true) == ["error[name/unknown]"])
  #expect(said(unknown, ["name/unknown": .off], commandLine: true) == [])
}

@Test func `An error that stops the picture stays one, and says so`() {
  let text = "orders: sqs { retention = 99d }\nuser => s3\n"
  let usual = said(text, [:])
  #expect(usual.count == 2)
  #expect(said(text, ["attribute/*": .off, "syntax/*": .severity(.hint)]) == usual)
  let program = program(text)
  let settings = LintSettings(sections: [.init(settings: ["attribute/range": .off])])
  let remark = "the configuration cannot change this: without mending it there is no picture"
  let problems = lint(program, resolve(program), settings: settings)
  #expect(problems.map { $0.notes.contains(remark) } == problems.map { $0.id == "attribute/range" })
}

@Test func `What checks find can be switched off, errors too`() {
  let text = "topic: sns\nstream: kinesis\ntopic -> stream\n"
  #expect(said(text, [:]) == ["error[connection/impossible]"])
  #expect(said(text, ["connection/impossible": .off]) == [])
}

@Test func `An allowance of something that is switched off is not reported as unused`() {
  let used = "user -> acme-corp # archc: allow name/unknown -- a firm\n"
  let unused = "user -> s3 # archc: allow name/unknown -- a firm\n"
  #expect(said(used, ["name/unknown": .off]) == [])
  #expect(said(unused, [:]) == ["warning[allow/unused]"])
  #expect(said(unused, ["name/unknown": .off]) == [])
  #expect(said(unused, ["name/*": .off]) == [])
  #expect(said(unused, ["name/unknown": .severity(.hint)]) == ["warning[allow/unused]"])
  #expect(said(unused, ["allow/unused": .off]) == [])
  #expect(said(unused, ["allow/*": .severity(.error)]) == ["error[allow/unused]"])
  let both = "user -> s3 # archc: allow name/unknown, service/unknown -- a firm\n"
  #expect(said(both, ["name/unknown": .off]) == ["warning[allow/unused]"])
}

@Test func `An allowance is heeded before the severity is`() {
  let text = "user -> acme-corp # archc: allow name/unknown -- a firm\n"
  #expect(said(text, ["name/unknown": .severity(.error)]) == [])
  #expect(said(text, [:], commandLine: true) == [])
}

@Test func `Settings hold for the file that a problem is in`() {
  let program = program(unknown)
  let pattern = PathPattern("old/".utf8)
  let settings = LintSettings(sections: [
    .init(patterns: pattern.map { [$0] }, settings: ["name/unknown": .off])
  ])
  func count(_ path: String) -> Int {
    lint(program, resolve(program), settings: settings, paths: [path]).count
  }
  #expect(count("old/a.arch") == 0)
  #expect(count("x/old/y/a.arch") == 0)
  #expect(count("old.arch") == 1)
}

@Test func `Every bundled rule can be named by a configuration`() {
  let names = RuleBook.all.map(\.id.name)
  #expect(ProblemKinds.builtIn.changeable.isSuperset(of: names))
  let others = ProblemKinds.builtIn.changeable.subtracting(names)
  #expect(
    others.allSatisfy { name in
      [
        "allow/", "attribute/", "container/", "icon/", "layout/", "name/", "rule/", "service/",
        "text/",
      ]
      .contains { name.hasPrefix($0) }
    })
}
