import ArchTestSupport
import Glibc
import Testing

@testable import archc

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Test func `A file is made, then replaced, and nothing else is left in the folder`() throws {
  try withTemporaryFolder { folder in
    let path = folder + "/out.svg"
    let outcome = try writeAtomically(bytes("one"), to: path)
    #expect(outcome == .written)
    #expect(try textOfFile(path) == "one")
    let large = String(repeating: "two ", count: 500_000)
    #expect(try writeAtomically(bytes(large), to: path) == .written)
    #expect(try textOfFile(path) == large)
    #expect(try namesInFolder(folder) == ["out.svg"])
  }
}

@Test func `Writing what a file holds already does not touch it`() throws {
  try withTemporaryFolder { folder in
    let path = folder + "/out.svg"
    try writeAtomically(bytes("same"), to: path)
    let before = try status(of: path)
    #expect(try writeAtomically(bytes("same"), to: path) == .unchanged)
    let after = try status(of: path)
    #expect(before.st_ino == after.st_ino)
    #expect(before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
    #expect(try writeAtomically(bytes("diff"), to: path) == .written)
    #expect(try status(of: path).st_ino != before.st_ino)
  }
}

@Test func `The mode of the old file is kept and a new file gets the usual one`() throws {
  try withTemporaryFolder { folder in
    let path = folder + "/out.svg"
    try writeAtomically(bytes("one"), to: path)
    let mask = umask(0)
    umask(mask)
    #expect(try status(of: path).st_mode & 0o7777 == 0o666 & ~mask)
    for mode: mode_t in [0o600, 0o755, 0o444] {
      chmod(path, mode)
      try writeAtomically(bytes("mode \(mode)"), to: path)
      #expect(try status(of: path).st_mode & 0o7777 == mode)
    }
  }
}

@Test func `The file behind symbolic links is replaced and the links stay`() throws {
  try withTemporaryFolder { folder in
    try makeFolder(folder + "/real")
    symlink("real/out.svg", folder + "/middle")
    symlink(folder + "/middle", folder + "/link")
    for text in ["made", "replaced"] {
      try writeAtomically(bytes(text), to: folder + "/link")
      #expect(try textOfFile(folder + "/real/out.svg") == text)
      #expect(try namesInFolder(folder + "/real") == ["out.svg"])
      #expect(
        FileKind(mode: try status(of: folder + "/link", followingLinks: false).st_mode) == .link)
    }
  }
}

@Test func `What cannot be written is refused with its cause`() throws {
  try withTemporaryFolder { folder in
    try makeFile(folder + "/file", "old")
    mkfifo(folder + "/pipe", 0o600)
    symlink("loop", folder + "/loop")
    let cases: [(String, FileFailure.Reason)] = [
      (folder, .isNoFile(.folder)),
      (folder + "/pipe", .isNoFile(.pipe)),
      ("/dev/full", .isNoFile(.device)),
      (folder + "/none/out", .system(ENOENT)),
      (folder + "/file/out", .system(ENOTDIR)),
      (folder + "/loop", .system(ELOOP)),
      (folder + "/" + String(repeating: "x", count: 256), .system(ENAMETOOLONG)),
      ("", .isEmptyPath),
      (folder + "/a\0b", .holdsNUL),
    ]
    for (path, reason) in cases {
      #expect(throws: FileFailure(.write, path, reason)) {
        try writeAtomically(bytes("new"), to: path)
      }
    }
    #expect(try namesInFolder(folder) == ["file", "loop", "pipe"])
    #expect(try textOfFile(folder + "/file") == "old")
  }
}

@Test func `The longest name that a folder can hold can be written`() throws {
  try withTemporaryFolder { folder in
    let path = folder + "/" + String(repeating: "x", count: 255)
    for text in ["one", "two"] {
      try writeAtomically(bytes(text), to: path)
      #expect(try textOfFile(path) == text)
    }
  }
}

@Test func `Folders above the file are made only when asked for`() throws {
  try withTemporaryFolder { folder in
    let path = folder + "/a/b//c/out.svg"
    #expect(throws: FileFailure(.write, path, .system(ENOENT))) {
      try writeAtomically(bytes("x"), to: path)
    }
    try writeAtomically(bytes("x"), to: path, creatingFolders: true)
    #expect(try textOfFile(path) == "x")
    try makeFile(folder + "/file", "old")
    let below = folder + "/file/sub/out.svg"
    #expect(throws: FileFailure(.write, below, .system(ENOTDIR))) {
      try writeAtomically(bytes("x"), to: below, creatingFolders: true)
    }
  }
}
