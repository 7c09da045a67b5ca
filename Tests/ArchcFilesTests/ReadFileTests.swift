import ArchTestSupport
import Glibc
import Testing

@testable import archc

@Test func `A file is read whole up to the limit and refused above it`() throws {
  try withTemporaryFolder { folder in
    let path = folder + "/a.arch"
    for size in [0, 1, 65536, 100_000] {
      let bytes = (0..<size).map { UInt8($0 & 0xFF) }
      try writeAtomically(bytes, to: path)
      #expect(try readFile(path, limit: size) == bytes)
      if size > 0 {
        let failure = FileFailure(.read, path, .isTooLarge(limit: size - 1))
        #expect(throws: failure) { try readFile(path, limit: size - 1) }
      }
    }
  }
}

@Test func `Only regular files are read, and a pipe is not waited for`() throws {
  try withTemporaryFolder { folder in
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    for (path, kind) in [
      (folder + "/pipe", FileKind.pipe), (folder, .folder), ("/dev/zero", .device),
    ] {
      #expect(throws: FileFailure(.read, path, .isNoFile(kind))) { try readFile(path, limit: 10) }
    }
    let missing = folder + "/none.arch"
    #expect(throws: FileFailure(.read, missing, .system(ENOENT))) {
      try readFile(missing, limit: 10)
    }
    #expect(throws: FileFailure.self) { try readFile("\(folder)/a\0b", limit: 10) }
  }
}

@Test(arguments: [
  (FileFailure(.read, "x.arch", .system(EACCES)), "cannot read 'x.arch': permission denied"),
  (
    FileFailure(.write, "out", .isNoFile(.folder)), "cannot write 'out': it is a folder, not a file"
  ),
  (
    FileFailure(.read, .standardInput, .isTooLarge(limit: 4 << 20)),
    "cannot read standard input: it is larger than 4 MiB; split it with 'import', or raise the "
      + "limits with --large"
  ),
  (
    FileFailure(.write, .standardOutput, .system(ENOSPC)),
    "cannot write standard output: no space left on device"
  ),
  (
    FileFailure(.import, "\u{1B}[2J", .isOutside(root: "/p")),
    #"cannot import '\u{1B}[2J': it lies outside the project folder '/p'"#
  ),
])
func `A failure is one plain sentence`(failure: FileFailure, sentence: String) {
  #expect(failure.sentence == sentence)
}
