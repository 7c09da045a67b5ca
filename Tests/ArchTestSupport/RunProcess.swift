import Glibc

/// What a finished process left behind.
package struct ProcessResult: Sendable {
  /// The exit code; 128 + the signal for a process that a signal ended.
  package var code: Int32
  package var outBytes: [UInt8]
  package var errBytes: [UInt8]

  package var out: String { String(decoding: outBytes, as: UTF8.self) }
  package var err: String { String(decoding: errBytes, as: UTF8.self) }
}

/// A system call that failed while a test ran a process or made a file.
package struct SystemFailure: Error {
  package var call: String
  package var code: Int32

  package init(_ call: String, _ code: Int32 = errno) {
    self.call = call
    self.code = code
  }
}

/// Runs a program to its end.
///
/// Input and output are unnamed temporary files, so neither side ever waits for the other. After
/// `timeLimit` seconds the program is killed, which shows as code 137.
///
/// - Parameters:
///   - executable: An absolute path.
///   - environment: The whole environment; nil keeps that of the test.
package func runProcess(
  _ executable: String, _ arguments: [String] = [], stdin: [UInt8] = [],
  environment: [String: String]? = nil, currentFolder: String? = nil, timeLimit: Int = 60
) throws -> ProcessResult {
  let files = try (0..<3).map { _ in try unnamedFile() }
  defer { for file in files { close(file) } }
  try fill(files[0], with: stdin)
  var command = [executable] + arguments
  if let currentFolder {
    command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", currentFolder] + command
  }
  let child = try spawn(command, environment: environment, files: files)
  let code = try wait(for: child, timeLimit: timeLimit)
  return ProcessResult(
    code: code, outBytes: try contents(of: files[1]), errBytes: try contents(of: files[2]))
}

private func spawn(
  _ command: [String], environment: [String: String]?, files: [Int32]
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, file) in files.enumerated() {
    posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  useDefaultSignals(&attributes)
  let variables = environment.map { $0.map { "\($0.key)=\($0.value)" }.sorted() }
  var child: pid_t = 0
  let code = withCStrings(command) { argv in
    guard let variables else {
      return posix_spawn(&child, command[0], &actions, &attributes, argv, environ)
    }
    return withCStrings(variables) {
      posix_spawn(&child, command[0], &actions, &attributes, argv, $0)
    }
  }
  if code != 0 { throw SystemFailure("posix_spawn \(command[0])", code) }
  return child
}

/// Lets the program meet signals as from a shell, whatever the test runner ignores or blocks.
private func useDefaultSignals(_ attributes: inout posix_spawnattr_t) {
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
  posix_spawnattr_setflags(&attributes, Int16(flags))
}

private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}

private func wait(for child: pid_t, timeLimit: Int) throws -> Int32 {
  var status: Int32 = 0
  var milliseconds = 0
  while true {
    let ended = waitpid(child, &status, WNOHANG)
    if ended == child { break }
    if ended < 0, errno != EINTR { throw SystemFailure("waitpid") }
    if milliseconds == timeLimit * 1000 { kill(child, SIGKILL) }
    usleep(1000)
    milliseconds += 1
  }
  let signal = status & 0x7F
  return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}

private func unnamedFile() throws -> Int32 {
  var template = Array("/tmp/archc-test-XXXXXX".utf8CString)
  let file = mkstemp(&template)
  if file < 0 { throw SystemFailure("mkstemp") }
  unlink(template)
  _ = fcntl(file, F_SETFD, FD_CLOEXEC)
  return file
}

private func fill(_ file: Int32, with bytes: [UInt8]) throws {
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    if count < 0 { throw SystemFailure("write") }
    written += count
  }
  lseek(file, 0, SEEK_SET)
}

private func contents(of file: Int32) throws -> [UInt8] {
  lseek(file, 0, SEEK_SET)
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
    if count < 0 { throw SystemFailure("read") }
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}
