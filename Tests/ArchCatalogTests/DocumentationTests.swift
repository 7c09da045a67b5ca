import ArchCatalog
import ArchPages
import FoundationEssentials
import Testing

private let folder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  return parts.joined(separator: "/") + "/Sources/ArchCatalog/ArchCatalog.docc"
}()

@Test func `The pages of the documentation say what the catalog says`() throws {
  let pages = documentationPages(of: CatalogSnapshot(Catalog()))
  for (path, text) in pages {
    let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)")
    let isCurrent = bytes.map { String(decoding: $0, as: UTF8.self) == text } ?? false
    #expect(isCurrent, "\(path) is out of date: run 'swift run archc-dev pages'")
  }
  let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/Services")
  let expected = pages.map(\.path).filter { $0.hasPrefix("Services/") }.map { $0.dropFirst(9) }
  #expect(Set(names) == Set(expected.map(String.init)), "a page has no service any more")
}
