import Glibc

/// An open file that is closed at the end of its scope.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  /// Takes over a descriptor that nobody else closes.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Opens a path; a signal in between does not count as a failure.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
    var result = open(path, flags | O_CLOEXEC | O_NOCTTY, mode)
    while result < 0, errno == EINTR {
      result = open(path, flags | O_CLOEXEC | O_NOCTTY, mode)
    }
    if result < 0 { throw SystemError(errno) }
    descriptor = result
  }

  deinit { close(descriptor) }

  /// What the file system says of the open file.
  func status() throws(SystemError) -> stat {
    var status = stat()
    if fstat(descriptor, &status) != 0 { throw SystemError(errno) }
    return status
  }
}

/// Reads a descriptor to its end; nil when there are more than `limit` bytes.
func readAll(_ descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8]? {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count == 0 { return bytes }
    if count < 0 {
      try waitOrThrow(errno, descriptor, for: POLLIN)
      continue
    }
    if bytes.count + count > limit { return nil }
    bytes += buffer[..<count]
  }
}

/// Writes all bytes to a descriptor, however few it takes at a time.
///
/// - Parameter call: The system call to write with.
func writeAll(
  _ bytes: [UInt8], to descriptor: Int32,
  call: (Int32, UnsafeRawPointer?, Int) -> Int = { write($0, $1, $2) }
) throws(SystemError) {
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { call(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      try waitOrThrow(errno, descriptor, for: POLLOUT)
    } else {
      written += count
    }
  }
}

/// Lets an interrupted call be tried again at once, and one on a non-blocking descriptor when that
/// is ready; throws every other error.
private func waitOrThrow(
  _ code: Int32, _ descriptor: Int32, for events: Int32
) throws(SystemError) {
  switch code {
  case EINTR: return
  case EAGAIN:
    var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    if poll(&request, 1, -1) < 0, errno != EINTR { throw SystemError(errno) }
  default: throw SystemError(code)
  }
}
