import ArchTestSupport
import Glibc
import Testing

@testable import archc

/// Makes empty files, and files with content where the name is followed by `=`.
private func make(_ names: [String], in folder: String) throws {
  for name in names {
    let parts = name.split(separator: "=", maxSplits: 1)
    try makeFile("\(folder)/\(parts[0])", parts.count > 1 ? String(parts[1]) : "")
  }
}

/// The paths below a folder that a search finds.
private func found(in folder: String, under names: [String] = ["."]) -> [String] {
  let result = findArchFiles(under: names.map { $0 == "." ? folder : "\(folder)/\($0)" })
  #expect(result.failures == [])
  return result.files.map { String($0.path.dropFirst(folder.count + 1)) }
}

@Test func `Every arch file below a folder is found in the order of bytes`() throws {
  try withTemporaryFolder { folder in
    try make(
      [
        "b.arch", "B.arch", "a/z.arch", "a.arch", "a-b.arch", "é.arch", "a/y/x.arch", "a.svg",
        ".arch",
      ],
      in: folder)
    #expect(
      found(in: folder)
        == ["B.arch", "a-b.arch", "a.arch", "a/y/x.arch", "a/z.arch", "b.arch", "é.arch"])
  }
}

@Test func `Hidden folders, links to folders and things that are no files are passed over`() throws
{
  try withTemporaryFolder { folder in
    try make([".hidden/a.arch", "real/a.arch", "folder.arch/b.arch"], in: folder)
    symlink("real", folder + "/link")
    symlink("..", folder + "/real/up")
    symlink("real/a.arch", folder + "/linked.arch")
    symlink("nowhere", folder + "/dangling.arch")
    mkfifo(folder + "/pipe.arch", 0o600)
    #expect(found(in: folder) == ["folder.arch/b.arch", "linked.arch", "real/a.arch"])
    #expect(found(in: folder, under: [".hidden", "link"]) == [".hidden/a.arch", "link/a.arch"])
  }
}

@Test func `A file is taken as it is named, and only once`() throws {
  try withTemporaryFolder { folder in
    try make(["x/a.arch", "x/notes.txt"], in: folder)
    let names = ["x/notes.txt", "x", "x/a.arch", "x/../x/a.arch", "x/./a.arch"]
    let all = found(in: folder, under: names)
    #expect(all.count == 2 && all.last == "x/notes.txt")
    #expect(found(in: folder, under: names.reversed()) == all)
  }
}

@Test func `The relative path mirrors the folder that was named`() throws {
  try withTemporaryFolder { folder in
    try make(["x/y/a.arch"], in: folder)
    func relativePaths(_ names: [String]) -> [String] {
      findArchFiles(under: names.map { folder + "/" + $0 }).files.map(\.relativePath)
    }
    #expect(relativePaths(["x"]) == ["y/a.arch"])
    #expect(relativePaths(["x/y/a.arch"]) == ["a.arch"])
    #expect(relativePaths(["x/y", "x"]) == ["y/a.arch"])
    #expect(relativePaths(["x/"]) == ["y/a.arch"])
  }
}

@Test func `A bad path is reported and does not hide the others`() throws {
  try withTemporaryFolder { folder in
    try make(["a.arch"], in: folder)
    let result = findArchFiles(under: [folder + "/none", folder, folder + "/a.arch/x"])
    #expect(result.files.map(\.relativePath) == ["a.arch"])
    #expect(
      result.failures == [
        FileFailure(.read, folder + "/none", .system(ENOENT)),
        FileFailure(.read, folder + "/a.arch/x", .system(ENOTDIR)),
      ])
  }
}

@Test func `Ignore files count in their folder, below it, and from the repository root down`()
  throws
{
  try withTemporaryFolder { folder in
    try make(
      [
        ".gitignore=*.arch\n", "repo/.git/HEAD", "repo/.gitignore=/out\n*.tmp.arch\nsub/deep/\n",
        "repo/a.arch", "repo/x.tmp.arch", "repo/out/a.arch", "repo/sub/out/a.arch",
        "repo/sub/deep/a.arch", "repo/sub/y.tmp.arch", "repo/sub/.gitignore=!y.tmp.arch\nz*\n",
        "repo/sub/z.arch", "repo/sub/k.arch", "repo/z.arch",
      ], in: folder)
    let inSub = ["repo/sub/k.arch", "repo/sub/out/a.arch", "repo/sub/y.tmp.arch"]
    #expect(found(in: folder, under: ["repo"]) == ["repo/a.arch"] + inSub + ["repo/z.arch"])
    #expect(found(in: folder, under: ["repo/sub"]) == inSub)
    #expect(found(in: folder) == ["repo/sub/y.tmp.arch"])
  }
}

@Test func `Folders can be nested as deep as paths can be long`() throws {
  try withTemporaryFolder { folder in
    let deep = folder + String(repeating: "/a", count: 1900)
    try writeAtomically([], to: deep + "/x.arch", creatingFolders: true)
    #expect(found(in: folder).count == 1)
  }
}
