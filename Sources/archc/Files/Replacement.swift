import Glibc

/// One replacement of a file by a new one under the same name.
struct Replacement {
  private let target: String
  /// The file that stands there now.
  private let old: stat?
  private let calls: WriteCalls

  /// Prepares to replace `target`, which is no symbolic link.
  init(of target: String, old: stat?, _ calls: WriteCalls) {
    self.target = target
    self.old = old
    self.calls = calls
  }

  /// Writes the bytes beside the target and renames. On failure the target is as before, and
  /// nothing new is left beside it.
  ///
  /// The new name itself is not brought to the disk: a power cut right after leaves the old file or
  /// the new one, each whole.
  func run(_ bytes: [UInt8]) throws(SystemError) {
    let (path, descriptor) = try makeFile()
    do throws(SystemError) {
      try fill(descriptor, bytes)
      try check(calls.rename(path, target))
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Makes an empty file under a name that nobody can foresee, so that nobody can put a link there.
  private func makeFile() throws(SystemError) -> (path: String, descriptor: Int32) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    var attempts = 0
    while true {
      let path = joinPath(folderPath(of: target), temporaryName())
      let descriptor = calls.open(path, flags, old == nil ? 0o666 : 0o600)
      if descriptor >= 0 { return (path, descriptor) }
      attempts += 1
      if (errno != EINTR && errno != EEXIST) || attempts == 100 { throw SystemError(errno) }
    }
  }

  /// Writes and closes; the descriptor is closed in any case. Bytes that are to take the place of
  /// others are brought to the disk first, so that a power cut cannot leave less than there was.
  private func fill(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    do throws(SystemError) {
      try writeAll(bytes, to: descriptor, call: calls.write)
      try copyAttributes(to: descriptor)
      if old != nil { try synchronize(descriptor) }
    } catch {
      _ = calls.close(descriptor)
      throw error
    }
    // Linux closes the descriptor even when it reports EINTR, so this is never repeated.
    if calls.close(descriptor) != 0, errno != EINTR { throw SystemError(errno) }
  }

  private func copyAttributes(to descriptor: Int32) throws(SystemError) {
    guard let old else { return }
    // Only root may give files away; for others the file is theirs from now on.
    _ = fchown(descriptor, old.st_uid, old.st_gid)
    try check(calls.changeMode(descriptor, old.st_mode & 0o7777))
  }

  private func synchronize(_ descriptor: Int32) throws(SystemError) {
    while calls.synchronize(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      // The file system knows no such thing (fsync(2)).
      case EINVAL, EROFS, ENOTSUP: return
      default: throw SystemError(errno)
      }
    }
  }

  private func check(_ result: Int32) throws(SystemError) {
    if result != 0 { throw SystemError(errno) }
  }
}

/// What names of unfinished files begin with.
let temporaryPrefix = ".archc-"

private func temporaryName() -> String {
  temporaryPrefix + String(UInt64.random(in: .min ... .max), radix: 36)
}
