import Glibc

/// Writes to standard output; a full disk or a closed stream is an error, unlike with `print`.
func writeStandardOutput(_ bytes: [UInt8]) throws(FileFailure) {
  try write(bytes, to: STDOUT_FILENO, .standardOutput)
}

/// Writes a text to standard output.
func writeStandardOutput(_ text: String) throws(FileFailure) {
  try writeStandardOutput(Array(text.utf8))
}

/// Writes a text to standard error.
func writeStandardError(_ text: String) throws(FileFailure) {
  try write(Array(text.utf8), to: STDERR_FILENO, .standardError)
}

private func write(
  _ bytes: [UInt8], to descriptor: Int32, _ subject: FileFailure.Subject
) throws(FileFailure) {
  do throws(SystemError) {
    try writeAll(bytes, to: descriptor)
  } catch {
    throw FileFailure(.write, subject, .system(error.code))
  }
}
