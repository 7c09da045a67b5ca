import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import Testing

/// The planted faults that no rule finds, by file and the beginning of their comments, and why.
///
/// The list only gets shorter: a fault on it that is found fails the tests as well.
private let unfound: [String: [(beginning: String, reason: String)]] = [
  "30-dms.arch": [
    ("Oracle to PostgreSQL", "the old database stands behind a line, and its name alone says which")
  ],
  "40-guests.arch": [
    ("a browser writes", "an identity pool is drawn, and the kiosk may well use it")
  ],
  "49-pipes.arch": [
    ("only an express workflow", "the edge does not say whether it enriches or delivers")
  ],
  "53-files.arch": [
    ("SMB with users", "the share says that a directory lets users in, wherever that stands")
  ],
  "50-appsync.arch": [
    ("a queue is no data source", "an HTTP data source may call the API of the queue")
  ],
  "52-two-writers.arch": [
    ("both Regions write", "whether two tables hold the same is not in the text")
  ],
]

private let sound = CorpusFile.all("sound")
private let faulty = CorpusFile.all("faulty")

@Test func `There are sound architectures and faulty ones`() {
  #expect(sound.count >= 30 && faulty.count >= 70)
  #expect(unfound.keys.filter { name in !faulty.contains { $0.name == name } } == [])
}

@Test(arguments: sound)
func `A sound architecture has neither errors nor warnings`(file: CorpusFile) {
  let program = file.program
  let found = lint(program, resolve(program)).filter { $0.severity > .hint }
  guard !found.isEmpty else { return }
  Issue.record("\(file.name) is not quiet:\n\(described(found, in: file.text))")
}

@Test(arguments: faulty)
func `Every fault that was planted is found where it is`(file: CorpusFile) {
  let faults = PlantedFault.all(in: file.text)
  #expect(faults.count == file.text.ranges(of: "#! ").count, "a comment is misspelt")
  #expect(!faults.isEmpty)
  let program = file.program
  let found = lint(program, resolve(program))
  let lines = lines(of: found, in: program.sources)
  var listed = unfound[file.name] ?? []
  for fault in faults {
    let isFound = fault.rules.contains { rule in
      lines[rule, default: []].contains { abs($0 - fault.line) <= 1 }
    }
    let entry = listed.firstIndex { fault.text.hasPrefix($0.beginning) }
    if let entry { listed.remove(at: entry) }
    if isFound == (entry == nil) { continue }
    let problem = isFound ? "is found now and on the list" : "is not found"
    Issue.record(
      """
      line \(fault.line) \(problem) by \(fault.rules): \(fault.text)
      \(described(found, in: file.text))
      """)
  }
  #expect(listed.map(\.beginning) == [], "listed and not planted")
}

/// The lines of the root file that the findings of each rule show.
private func lines(of findings: [Diagnostic], in sources: SourceMap) -> [String: [Int]] {
  let table = LineTable(sources[.root])
  var lines: [String: [Int]] = [:]
  for finding in findings {
    for place in [finding.primary.location] + finding.secondary.map(\.location)
    where place.source == .root {
      lines[finding.id.name, default: []].append(table.line(at: Int(place.range.lower)))
    }
  }
  return lines
}
