import ArchSource
import ArchTestSupport
import FoundationEssentials
import Testing

/// How many words in a row may be the same by chance.
private let runLength = 7

/// The hashes of every run of words in the two documents that the catalog's knowledge comes from.
private let phrases: Set<UInt64> = {
  let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  let path = folder.joined(separator: "/") + "/Fixtures/phrases.txt"
  let bytes = FileManager.default.contents(atPath: path) ?? Data()
  return Set(
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
      UInt64($0, radix: 16)
    })
}()

/// The runs of words of a text that stand in the documents too.
private func copiedRuns(in text: String) -> [String] {
  let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
  guard words.count >= runLength else { return [] }
  return (0...words.count - runLength).map { start in
    words[start..<start + runLength].joined(separator: " ")
  }.filter { phrases.contains(hash($0)) }
}

/// FNV-1a, 64 bits, the upper 40 of them.
private func hash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } >> 24
}

private let texts = repositorySources().filter {
  $0.path.hasPrefix("Sources/CArchCatalog/") || $0.path.hasPrefix("Examples/")
}

@Test func `No sentence is taken from the documents behind the catalog`() {
  #expect(phrases.count > 7_000)
  for text in texts {
    let copied = copiedRuns(in: String(decoding: text.bytes, as: UTF8.self))
    #expect(copied == [], "\(text.path)")
  }
}
