package import ArchDiagnostics
package import ArchSource
package import ArchSyntax

/// The files of a diagram: the one named by the user, and what it imports, each parsed once.
package struct Program: Sendable {
  /// One file and where its imports lead.
  package struct File: Sendable {
    package let parsed: ParsedSource
    /// The same for the same file, however it was reached: its canonical path.
    package let identity: String
    /// The imports that could be read, in order, with the index of the file in `Program.files`.
    package fileprivate(set) var imports: [(syntax: ImportSyntax, file: Int)] = []
  }

  package fileprivate(set) var sources = SourceMap()
  package fileprivate(set) var files: [File] = []
  package fileprivate(set) var diagnostics: [Diagnostic] = []
}

/// What reading an import brings.
package struct ImportedSource: Sendable {
  /// The same for the same file, however it was reached: its canonical path.
  package var identity: String
  package var source: SourceText

  package init(identity: String, source: SourceText) {
    self.identity = identity
    self.source = source
  }
}

/// Why an import cannot be read, in words: "there is no such file".
package struct ImportFailure: Error, Sendable {
  package var reason: String
  package init(_ reason: String) { self.reason = reason }
}

/// Reads the file an import names. The second argument is the canonical path of the importing file.
package typealias ImportReader = (_ path: String, _ importer: String) throws(ImportFailure) ->
  ImportedSource

/// Parses a file and everything it imports.
///
/// The disk is behind `reader`, so that this works the same over files, an editor's open
/// documents and a test's strings. Cycles, missing files and limits are errors at the import.
///
/// - Parameter companions: Files whose services, attributes and rules are known everywhere in the
///   diagram, although nothing imports them. Elements in them are none of the diagram's.
package func loadProgram(
  _ root: ImportedSource, companions: [ImportedSource] = [], limits: Limits = .standard,
  reader: @escaping ImportReader
) -> Program {
  var loader = ProgramLoader(limits: limits, reader: reader)
  _ = loader.load(root)
  for companion in companions where !loader.hasLoaded(companion) { _ = loader.load(companion) }
  return loader.program
}

private struct ProgramLoader {
  let limits: Limits
  let reader: ImportReader
  var program = Program()
  /// The files by identity.
  private var known: [String: Int] = [:]
  /// The identities of the files being loaded, outermost first: one of them again is a cycle.
  private var open: [String] = []
  private var totalBytes = 0

  init(limits: Limits, reader: @escaping ImportReader) {
    self.limits = limits
    self.reader = reader
  }

  func hasLoaded(_ imported: ImportedSource) -> Bool { known[imported.identity] != nil }

  mutating func load(_ imported: ImportedSource) -> Int {
    let id = program.sources.add(imported.source)
    let parsed = parse(imported.source, id: id, limits: limits.parse)
    program.files.append(Program.File(parsed: parsed, identity: imported.identity))
    program.diagnostics += parsed.diagnostics
    known[imported.identity] = id.index
    totalBytes += imported.source.count
    open.append(imported.identity)
    var imports: [(syntax: ImportSyntax, file: Int)] = []
    for case .importDeclaration(let syntax) in parsed.file.statements {
      if let file = resolve(syntax, from: imported.identity) { imports.append((syntax, file)) }
    }
    open.removeLast()
    program.files[id.index].imports = imports
    return id.index
  }

  private mutating func resolve(_ syntax: ImportSyntax, from importer: String) -> Int? {
    guard let path = syntax.path else { return nil }
    let imported: ImportedSource
    do {
      imported = try reader(path.value, importer)
    } catch {
      program.diagnostics.append(.unreadableImport(path, reason: error.reason))
      return nil
    }
    if open.contains(imported.identity) {
      program.diagnostics.append(.importCycle(path, isItself: open.last == imported.identity))
      return nil
    }
    if let file = known[imported.identity] { return file }
    if let exceeded = exceededLimit(adding: imported.source) {
      program.diagnostics.append(.importLimit(path, exceeded))
      return nil
    }
    return load(imported)
  }

  private func exceededLimit(adding source: SourceText) -> String? {
    if open.count >= limits.importDepth { return "imports are nested \(limits.importDepth) deep" }
    if program.files.count >= limits.files { return "a diagram has at most \(limits.files) files" }
    if totalBytes + source.count > limits.totalBytes {
      return "the files of a diagram have at most \(limits.totalBytes) bytes together"
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unreadableImport(_ path: StringSyntax, reason: String) -> Diagnostic {
    Diagnostic(
      "import/unreadable", .error, "cannot import '\(path.value)': \(reason)", at: path.location,
      notes: ["imports are relative to the file they stand in and stay inside the project"])
  }

  fileprivate static func importCycle(_ path: StringSyntax, isItself: Bool) -> Diagnostic {
    Diagnostic(
      "import/cycle", .error,
      isItself ? "this file imports itself" : "'\(path.value)' imports this file, directly or not",
      at: path.location, notes: ["move what both need into a third file"])
  }

  fileprivate static func importLimit(_ path: StringSyntax, _ reason: String) -> Diagnostic {
    Diagnostic(
      "limit/imports", .error, "cannot import '\(path.value)': \(reason)", at: path.location)
  }
}
