/// The path of the repository that these tests stand in.
let repositoryFolder = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  .dropLast(4).joined(separator: "/")
