import Glibc

/// What became of a request to write a file.
enum WriteOutcome: Equatable {
  case written
  /// The file holds these bytes already; it was not touched.
  case unchanged
}

/// Replaces the content of a file whole or not at all, whatever fails on the way.
///
/// The bytes go into a new file in the same folder, reach the disk if there is an old file to
/// lose, and take its name in one step. The old file's mode and, where allowed, its owner are
/// kept. Where the path is a symbolic link, the file it leads to is replaced.
///
/// - Parameters:
///   - creatingFolders: Whether to make the folders above the file.
///   - calls: The system calls; tests let them fail.
@discardableResult
func writeAtomically(
  _ bytes: [UInt8], to path: String, creatingFolders: Bool = false, calls: WriteCalls = .system
) throws(FileFailure) -> WriteOutcome {
  if path.isEmpty { throw FileFailure(.write, path, .isEmptyPath) }
  if path.utf8.contains(0) { throw FileFailure(.write, path, .holdsNUL) }
  let reason: FileFailure.Reason
  do throws(SystemError) {
    let target = try endOfLinks(path)
    if let old = try statusIfPresent(target) {
      let kind = FileKind(mode: old.st_mode)
      if kind == .file {
        return try replace(target, old, with: bytes, calls)
      }
      reason = .isNoFile(kind)
    } else {
      if creatingFolders { try makeFolders(above: target) }
      try Replacement(of: target, old: nil, calls).run(bytes)
      return .written
    }
  } catch {
    reason = .system(error.code)
  }
  throw FileFailure(.write, path, reason)
}

private func replace(
  _ target: String, _ old: stat, with bytes: [UInt8], _ calls: WriteCalls
) throws(SystemError) -> WriteOutcome {
  if holds(target, old, bytes) { return .unchanged }
  try Replacement(of: target, old: old, calls).run(bytes)
  return .written
}

/// Whether a file holds exactly these bytes; false where it cannot be read.
private func holds(_ path: String, _ status: stat, _ bytes: [UInt8]) -> Bool {
  guard Int(status.st_size) == bytes.count else { return false }
  return (try? readFile(path, limit: bytes.count)) == bytes
}

private func statusIfPresent(_ path: String) throws(SystemError) -> stat? {
  do throws(SystemError) {
    return try status(of: path)
  } catch {
    if error.code == ENOENT { return nil }
    throw error
  }
}

/// The path that symbolic links lead to from a path, also where nothing is there yet.
private func endOfLinks(_ path: String) throws(SystemError) -> String {
  var path = path
  for _ in 0..<maximumLinks {
    guard let target = linkTarget(path) else { return path }
    path = isAbsolutePath(target) ? target : joinPath(folderPath(of: path), target)
  }
  throw SystemError(ELOOP)
}

/// The number of links in a row that the Linux kernel follows (path_resolution(7)).
private let maximumLinks = 40

private func linkTarget(_ path: String) -> String? {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink(path, &buffer, buffer.count)
  if count < 0 { return nil }
  return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

private func makeFolders(above path: String) throws(SystemError) {
  let folder = folderPath(of: path)
  if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
  if errno != ENOENT || folder == "." || folder == "/" { throw SystemError(errno) }
  try makeFolders(above: folder)
  if mkdir(folder, 0o777) != 0, errno != EEXIST { throw SystemError(errno) }
}
