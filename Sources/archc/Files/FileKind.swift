import Glibc

/// What a name in a folder stands for.
enum FileKind: Equatable {
  case file
  case folder
  case link
  case pipe
  case device
  case socket

  /// The kind in the mode bits that `stat` returns.
  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  var words: String {
    switch self {
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .pipe: "a pipe"
    case .device: "a device"
    case .socket: "a socket"
    }
  }
}

/// What the file system says of a path; follows symbolic links when asked to.
///
/// Throws the `errno` of the failed call.
func status(of path: String, followingLinks: Bool = true) throws(SystemError) -> stat {
  var status = stat()
  let result = followingLinks ? stat(path, &status) : lstat(path, &status)
  if result != 0 { throw SystemError(errno) }
  return status
}

/// The `errno` of a failed system call, before it is known what the user wanted.
struct SystemError: Error, Equatable {
  var code: Int32

  init(_ code: Int32) { self.code = code }
}
