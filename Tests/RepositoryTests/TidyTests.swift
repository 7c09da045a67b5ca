import FoundationEssentials
import Testing

/// The places, as `path:line`, of the lines for which a condition holds.
private func places(
  in files: [Checkout.File], masked: Bool = false, where isWrong: (Substring) -> Bool
) -> [String] {
  files.flatMap { file in
    let text = masked ? file.code : file.text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().filter { isWrong($0.element) }.map { "\(file.path):\($0.offset + 1)" }
  }
}

private let handWritten = Checkout.files(
  under: ["Sources", "Tests"], endings: [".swift", ".c", ".h"])

@Test func `No file is longer than 600 lines`() {
  #expect(handWritten.filter { $0.lines.count > 601 }.map(\.path) == [])
}

@Test func `No function is longer than 60 lines`() {
  let long = Checkout.swiftFiles.flatMap { file in
    FunctionLength.all(in: file.code).filter { $0.count > 60 }.map {
      "\(file.path):\($0.line): \($0.count) lines"
    }
  }
  #expect(long == [])
}

@Test func `No line is wider than 100 columns`() {
  let isPattern = /^\s*\/(?:\^|\(|\[|\\).*\/$/
  #expect(
    places(in: handWritten) { line in
      line.utf8.count > 100 && line.unicodeScalars.count > 100 && !line.contains(isPattern)
    } == [])
}

@Test func `No line ends in a space`() {
  #expect(places(in: handWritten) { $0.last == " " || $0.last == "\t" || $0.last == "\r" } == [])
}

@Test func `Every file ends in one newline`() {
  let wrong = handWritten.filter { !$0.text.hasSuffix("\n") || $0.text.hasSuffix("\n\n") }
  #expect(wrong.map(\.path) == [])
}

@Test func `Nothing in the sources can stop the program by force`() {
  let forced = /\btry!|\bas!|\bfatalError\s*\(|[\w)\]"]!(?![=\w])|\bunsafelyUnwrapped\b/
  #expect(places(in: Checkout.sources, masked: true) { $0.contains(forced) } == [])
}

@Test func `No source imports all of Foundation`() {
  let whole = /\bimport\s+(?:\w+\s+)?Foundation\b/
  #expect(places(in: Checkout.sources, masked: true) { $0.contains(whole) } == [])
}

@Test func `print is not used, as it loses data without a word`() {
  #expect(
    places(in: Checkout.sources.filter { $0.target != "archc-dev" }, masked: true) {
      $0.contains(/(?:^|[^\w.])print\(/)
    } == [])
}

@Test func `No comment puts work off`() {
  let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
  #expect(places(in: handWritten) { line in words.contains { line.contains($0) } } == [])
}

@Test func `A file is named after something it declares`() {
  let wrong = Checkout.sources.filter { file in
    if ["main", "Placeholder"].contains(file.baseName) { return false }
    let name = file.baseName.split(separator: "+").first.map(String.init) ?? ""
    let declared = file.code.matches(
      of: /\b(?:struct|class|enum|protocol|actor|func|typealias|extension|let|var)\s+`?(\w+)/)
    return !declared.contains { $0.output.1.lowercased() == name.lowercased() }
  }
  #expect(wrong.map(\.path) == [])
}

@Test func `The top folder holds what a visitor expects and nothing else`() {
  let allowed: Set<String> = [
    "CHANGELOG.md", "Examples", "Grammar", "LICENSE", "Makefile", "Package.swift", "README.md",
    "Sources", "Tests",
  ]
  let others = Checkout.names(in: ".").filter { !allowed.contains($0) && !$0.hasPrefix(".") }
  #expect(others == [])
}

@Test func `The catalog embeds every service file once, in order`() {
  let source = Checkout.text("Sources/CArchCatalog/catalog.c") ?? ""
  let embedded = source.matches(of: /#embed\s+"services\/([^"]+)"/).map { String($0.output.1) }
  let folder = "\(Checkout.root)/Sources/CArchCatalog/services"
  let below = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
  #expect(embedded == below.filter { $0.hasSuffix(".arch") }.sorted())
  #expect(!embedded.isEmpty)
}
