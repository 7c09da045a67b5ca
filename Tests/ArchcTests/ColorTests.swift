import ArchTestSupport
import Glibc
import Testing

private let escape = "\u{1B}["

private func isColored(
  _ arguments: [String], environment: [String: String] = [:]
) throws -> Bool {
  try withProject(["shop.arch": wrongText, "ugly.arch": "user->s3\n"]) { project in
    let result = try project.run(arguments, environment: environment)
    #expect(result.code == 1)
    return (result.out + result.err).contains(escape)
  }
}

@Test(arguments: [
  ["check", "shop.arch"], ["build", "shop.arch"], ["fmt", "--diff", "ugly.arch"],
])
func `Colour is for terminals, unless the option or the environment says otherwise`(
  command: [String]
) throws {
  #expect(try !isColored(command))
  #expect(try !isColored(command, environment: ["TERM": "xterm-256color"]))
  #expect(try isColored(command + ["--color", "always"]))
  #expect(try isColored(command, environment: ["CLICOLOR_FORCE": "1"]))
  #expect(try !isColored(command, environment: ["CLICOLOR_FORCE": "0"]))
  #expect(try !isColored(command, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
  #expect(try isColored(command + ["--color", "always"], environment: ["NO_COLOR": "1"]))
  #expect(try !isColored(command + ["--color", "never"], environment: ["CLICOLOR_FORCE": "1"]))
}

@Test func `Colour changes nothing but the colour`() throws {
  try withProject(["shop.arch": wrongText]) { project in
    let plain = try project.run("check", "shop.arch").out
    let colored = try project.run("check", "shop.arch", "--color", "always").out
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    let json = try project.run("check", "shop.arch", "--color", "always", "--format", "json")
    #expect(!json.out.contains(escape))
  }
}

@Test func `A terminal gets colour, a dumb one or a pipe does not`() throws {
  #expect(try answerOnTerminal("TERM=xterm").contains(escape))
  #expect(try !answerOnTerminal("TERM=dumb").contains(escape))
  #expect(try !answerOnTerminal("TERM=xterm NO_COLOR=1").contains(escape))
}

/// What `check` writes to a terminal of its own.
private func answerOnTerminal(_ variables: String) throws -> String {
  let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
  defer { close(terminal) }
  var (number, isLocked): (Int32, Int32) = (0, 0)
  // TIOCSPTLCK and TIOCGPTN of ioctl_tty(2), which Swift does not import.
  guard terminal >= 0, ioctl(terminal, 0x4004_5431, &isLocked) == 0,
    ioctl(terminal, 0x8004_5430, &number) == 0
  else { throw SystemFailure("ioctl") }
  let name = "/dev/pts/\(number)"
  return try withProject(["shop.arch": wrongText]) { project in
    // The terminal keeps the answer only while somebody holds its other end.
    let script = "exec 3<>\(name); \(variables) \"$ARCHC\" check shop.arch >&3"
    let keeper = open(name, O_RDWR | O_NOCTTY)
    defer { close(keeper) }
    let result = try project.shell(script)
    #expect(result.code == 1)
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(terminal, &buffer, buffer.count)
    return String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
  }
}
