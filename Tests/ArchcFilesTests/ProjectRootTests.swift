import ArchTestSupport
import Glibc
import Testing

@testable import archc

@Test(arguments: ["archc.toml", ".archc.toml", ".git/HEAD"])
func `The nearest folder with a configuration or a repository is the root`(marker: String) throws {
  try withTemporaryFolder { folder in
    try makeFile("\(folder)/\(marker)")
    try makeFile(folder + "/p/\(marker)")
    try makeFile(folder + "/p/x/y/a.arch")
    #expect(try ProjectRoot(ofFile: folder + "/p/x/y/a.arch").path == folder + "/p")
    #expect(try ProjectRoot(ofFolder: folder + "/p/x").path == folder + "/p")
    try makeFile(folder + "/b.arch")
    #expect(try ProjectRoot(ofFile: folder + "/b.arch").path == folder)
  }
}

@Test func `An import leads to the canonical path of a file in the project`() throws {
  try withTemporaryFolder { folder in
    try makeFile(folder + "/p/archc.toml")
    try makeFile(folder + "/p/lib/b.arch")
    try makeFile(folder + "/p/x/a.arch")
    symlink("../lib", folder + "/p/x/lib")
    let root = try ProjectRoot(ofFile: folder + "/p/x/a.arch")
    for path in ["../lib/b.arch", "lib/b.arch", "./../x/.././lib/b.arch"] {
      #expect(
        try root.resolveImport(path, from: folder + "/p/x/a.arch") == folder + "/p/lib/b.arch")
    }
  }
}

@Test func `An import that leaves the project or is no file is refused`() throws {
  try withTemporaryFolder { folder in
    try makeFile(folder + "/p/archc.toml")
    try makeFile(folder + "/p/a.arch")
    try makeFile(folder + "/p2/secret.arch")
    symlink("../p2/secret.arch", folder + "/p/link.arch")
    symlink("../p2", folder + "/p/folder")
    symlink("loop", folder + "/p/loop")
    mkfifo(folder + "/p/pipe", 0o600)
    let root = try ProjectRoot(ofFile: folder + "/p/a.arch")
    let outside = FileFailure.Reason.isOutside(root: folder + "/p")
    let cases: [(String, FileFailure.Reason)] = [
      ("../p2/secret.arch", outside), ("link.arch", outside), ("folder/secret.arch", outside),
      ("..", outside), ("/etc/passwd", .isAbsolutePath), ("", .isEmptyPath),
      ("a.arch\0.txt", .holdsNUL), ("none.arch", .system(ENOENT)), ("loop", .system(ELOOP)),
      (".", .isNoFile(.folder)), ("pipe", .isNoFile(.pipe)), ("a.arch/x", .system(ENOTDIR)),
      (String(repeating: "x", count: 300), .system(ENAMETOOLONG)),
    ]
    for (path, reason) in cases {
      #expect(throws: FileFailure(.import, path, reason)) {
        try root.resolveImport(path, from: folder + "/p/a.arch")
      }
    }
  }
}

@Test(arguments: [
  ("a/b/c", "a/b", "c"), ("a", ".", "a"), ("/a", "/", "a"), ("/", "/", ""), ("a/b/", "a", "b"),
  ("a//b", "a", "b"), ("./a", ".", "a"),
])
func `A path falls into folder and name`(path: String, folder: String, name: String) {
  #expect(folderPath(of: path) == folder)
  #expect(fileName(of: path) == name)
}
