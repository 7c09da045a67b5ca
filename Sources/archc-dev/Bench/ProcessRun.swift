import Glibc

/// What one run of a program took.
struct ProcessRun {
  /// Wall time from before the start of the process to after its end.
  var seconds: Double
  /// The most memory that the process, or one it started and waited for, had at once.
  ///
  /// Linux counts from the size of the process that started it: keep that one small.
  var peakBytes: Int

  /// Runs a program to its end and measures it.
  ///
  /// - Parameters:
  ///   - command: The program, looked up in `PATH` if it has no slash, and its arguments.
  ///   - log: The file that takes its output and error messages.
  /// - Throws: a `DevFailure` where it cannot be started or does not end with success.
  init(_ command: [String], log: String = "/dev/null") throws(DevFailure) {
    let start = Self.now()
    var child: pid_t = 0
    let code = Self.spawn(command, log: log, &child)
    if code != 0 { throw DevFailure("cannot start '\(command[0])'", code: code) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      if errno != EINTR { throw DevFailure("cannot wait for '\(command[0])'", code: errno) }
    }
    seconds = Self.now() - start
    peakBytes = Int(usage.ru_maxrss) * 1024
    guard status == 0 else {
      let ending = status & 0x7F
      let words = ending == 0 ? "code \((status >> 8) & 0xFF)" : "signal \(ending)"
      throw DevFailure("'\(command.joined(separator: " "))' ended with \(words)")
    }
  }

  private static func spawn(_ command: [String], log: String, _ child: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    let arguments = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    return posix_spawnp(&child, command[0], &actions, nil, arguments + [nil], environ)
  }

  /// Seconds on a clock that nobody sets.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
