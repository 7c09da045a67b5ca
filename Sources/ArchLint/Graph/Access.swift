import ArchCatalog
import ArchModel

/// What an edge does with what its target keeps, as far as the text says.
enum Access {
  case reads
  case writes
  /// It says something, but neither.
  case other
  /// It says nothing.
  case unsaid
}

extension Architecture {
  /// Whether an edge reads or writes, by its kind, its method and the first telling word of its
  /// label.
  func access(_ edge: Edge) -> Access {
    if edge.kind == "load" { return .reads }
    if edge.kind == "stores" { return .writes }
    if case .word(let method)? = stated("method", of: edge)?.value {
      return ["get", "head", "options"].contains(method) ? .reads : .writes
    }
    guard let label = model.connections[edge.connection].label, !label.isEmpty else {
      return .unsaid
    }
    let words = words(of: label)
    if words.contains("write"), words.contains("read") { return .writes }
    for word in words {
      if readingWords.contains(word) { return .reads }
      if writingWords.contains(word) { return .writes }
    }
    return .other
  }
}

private let readingWords: Set = [
  "authenticate", "authorize", "check", "checks", "config", "consult", "download", "downloads",
  "fetch", "fetches", "find", "finds", "get", "gets", "head", "input", "inputs", "list", "lists",
  "load", "loads", "look", "looks", "lookup", "original", "originals", "poll", "polls", "queries",
  "query", "read", "reading", "reads", "receive", "receives", "resolve", "scan", "scans", "select",
  "session", "sessions", "settings", "source", "template", "validate", "validates", "verify",
]

private let writingWords: Set = [
  "add", "adds", "append", "appends", "book", "books", "cancel", "charge", "copies", "copy",
  "create", "creates", "credit", "debit", "decrement", "delete", "deletes", "increment", "insert",
  "inserts", "keep", "keeps", "mark", "marks", "output", "outputs", "persist", "persists", "post",
  "put", "puts", "record", "records", "remove", "removes", "reserve", "reserves", "result",
  "results", "save", "saves", "set", "store", "stores", "update", "updates", "upload", "uploads",
  "upsert", "write", "writes",
]
