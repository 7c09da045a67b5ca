/// Writes a text and a line end to standard output; false where that failed.
func printsText(_ text: String) -> Bool {
  do {
    try writeStandardOutput(text.hasSuffix("\n") ? text : text + "\n")
    return true
  } catch {
    report(failure: error.sentence)
    return false
  }
}

/// Writes a text and a line end to standard error; false where that failed.
func reportsError(_ text: String) -> Bool {
  (try? writeStandardError(text.hasSuffix("\n") ? text : text + "\n")) != nil
}

/// Says on standard error that something could not be done.
@discardableResult
func report(failure sentence: String) -> Ending {
  _ = reportsError("archc: \(sentence)")
  return .failure
}
