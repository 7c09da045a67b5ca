import ArchLayout
import ArchModel
import ArchScene
import ArchSource
import ArchTestSupport

/// Returns the draft of an example's picture; nil where there is no such file.
func exampleScene(_ path: String) -> Scene? {
  let sources = repositorySources()
  func source(_ path: String) -> ImportedSource? {
    sources.first { $0.path == path }.map {
      ImportedSource(identity: path, source: SourceText(name: path, bytes: $0.bytes))
    }
  }
  guard let root = source(path) else { return nil }
  let folder = path.split(separator: "/").dropLast().joined(separator: "/")
  let program = loadProgram(root) { (name, _) throws(ImportFailure) in
    guard let found = source("\(folder)/\(name)") else { throw ImportFailure("no such file") }
    return found
  }
  return draftScene(resolve(program).model)
}
