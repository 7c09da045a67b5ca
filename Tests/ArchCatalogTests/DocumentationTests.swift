import ArchCatalog
import ArchLint
import ArchPages
import FoundationEssentials
import Testing

private let folder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  return parts.joined(separator: "/") + "/Sources"
}()

@Test func `The pages of the documentation say what the catalog and the rules say`() throws {
  let pages = documentationPages(of: .bundled, RuleBook.all)
  for (path, text) in pages {
    let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)")
    let isCurrent = bytes.map { String(decoding: $0, as: UTF8.self) == text } ?? false
    #expect(isCurrent, "\(path) is out of date: run 'swift run archc-dev pages'")
  }
  for place in ["ArchCatalog/ArchCatalog.docc/Services", "ArchLint/ArchLint.docc/Rules"] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(place)")
    let expected = pages.map(\.path).filter { $0.hasPrefix(place + "/") }
      .map { String($0.dropFirst(place.count + 1)) }
    #expect(Set(names) == Set(expected), "\(place) holds a page of something that is gone")
  }
}
