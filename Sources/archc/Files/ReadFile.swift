import Glibc

/// Reads a regular file, following symbolic links.
///
/// Folders, pipes and devices are refused rather than waited for, and no more than `limit` bytes
/// are taken.
func readFile(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] {
  if path.utf8.contains(0) { throw FileFailure(.read, path, .holdsNUL) }
  let reason: FileFailure.Reason
  do throws(SystemError) {
    // Without O_NONBLOCK opening a pipe waits for somebody to write into it.
    let file = try OpenFile(path, O_RDONLY | O_NONBLOCK)
    let kind = FileKind(mode: try file.status().st_mode)
    if kind != .file {
      reason = .isNoFile(kind)
    } else if let bytes = try readAll(file.descriptor, limit: limit) {
      return bytes
    } else {
      reason = .isTooLarge(limit: limit)
    }
  } catch {
    reason = .system(error.code)
  }
  throw FileFailure(.read, path, reason)
}

/// Reads standard input to its end.
func readStandardInput(limit: Int) throws(FileFailure) -> [UInt8] {
  do throws(SystemError) {
    if let bytes = try readAll(STDIN_FILENO, limit: limit) { return bytes }
  } catch {
    throw FileFailure(.read, .standardInput, .system(error.code))
  }
  throw FileFailure(.read, .standardInput, .isTooLarge(limit: limit))
}
