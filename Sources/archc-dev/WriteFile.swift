import Glibc

/// A file that could not be written, a program that could not be started, a text with mistakes.
struct DevFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  /// What a system call said, by its `errno`.
  init(_ what: String, code: Int32) {
    self.init("\(what): \(String(cString: strerror(code)))")
  }
}

/// Writes a text to a file, replacing what is there.
func writeFile(_ text: String, to path: String) throws(DevFailure) {
  guard let file = fopen(path, "w") else { throw DevFailure("cannot write '\(path)'", code: errno) }
  let bytes = Array(text.utf8)
  let written = fwrite(bytes, 1, bytes.count, file)
  if fclose(file) != 0 || written != bytes.count {
    throw DevFailure("cannot write '\(path)'", code: errno)
  }
}
