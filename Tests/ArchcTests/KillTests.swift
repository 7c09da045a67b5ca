import ArchTestSupport
import FoundationEssentials
import Glibc
import Testing

/// Whether a process with this mark in its environment is alive.
private func isAlive(mark: String) -> Bool {
  let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return processes.contains { id in
    guard id.allSatisfy(\.isNumber),
      let data = FileManager.default.contents(
        atPath: "/proc/\(id)/environ")
    else { return false }
    return String(decoding: data, as: UTF8.self).contains(mark)
  }
}

@Test func `Killed at any moment, archc leaves each picture old or new and no process`() throws {
  let names = (0..<30).map { "d\($0)" }
  let files = names.map { ("\($0).arch", "\($0): app -> x: app, y: app -> z: app\n") }
  try withProject(Dictionary(uniqueKeysWithValues: files)) { project in
    #expect(try project.run("build").code == 0)
    let new = names.map { project.text("\($0).svg") }
    var random = SplitMix64(seed: 11)
    let mark = "ARCHC_MARK=\(project.folder)"
    var oldOnes = 0
    for _ in 0..<30 {
      for name in names { try project.write("\(name).svg", "old") }
      let milliseconds = Int.random(in: 0..<600, using: &random)
      let delay = "0." + String(1000 + milliseconds).dropFirst()
      _ = try project.shell(
        "\(mark) \"$ARCHC\" build & id=$!; sleep \(delay); kill -9 $id; wait $id")
      for (name, new) in zip(names, new) {
        let text = project.text("\(name).svg")
        #expect(text == "old" || text == new, "\(name) after \(milliseconds) ms")
        oldOnes += text == "old" ? 1 : 0
      }
    }
    #expect(oldOnes > 0 && oldOnes < 900)
    var tries = 0
    while isAlive(mark: mark), tries < 500 {
      usleep(10_000)
      tries += 1
    }
    #expect(!isAlive(mark: mark))
    #expect(try project.run("build").code == 0)
    #expect(names.map { project.text("\($0).svg") } == new)
  }
}
