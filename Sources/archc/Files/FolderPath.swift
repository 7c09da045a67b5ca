import Glibc

/// The folder part of a path, `.` when it has none.
func folderPath(of path: String) -> String {
  let trimmed = withoutTrailingSlashes(path)
  guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  let folder = withoutTrailingSlashes(String(trimmed[..<slash]))
  return folder.isEmpty ? "/" : folder
}

/// The last part of a path.
func fileName(of path: String) -> String {
  let trimmed = withoutTrailingSlashes(path)
  guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
  return String(trimmed[trimmed.utf8.index(after: slash)...])
}

/// A name within a folder; within `.` it is the name alone.
func joinPath(_ folder: String, _ name: String) -> String {
  if folder == "." || folder.isEmpty { return name }
  return folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
}

/// Whether a path does not depend on the current folder.
func isAbsolutePath(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

/// Whether a canonical path is a folder or lies below it.
///
/// Paths are compared as bytes: to Swift two spellings of `é` are the same string, to the file
/// system they are two files.
func isPath(_ path: String, within folder: String) -> Bool {
  let root = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
  return path.utf8.elementsEqual(folder.utf8) || path.utf8.starts(with: root.utf8)
}

/// Whether a path comes before another in the order of their bytes, which is the same everywhere.
func bytesPrecede(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// The absolute path of an existing file without symbolic links, `.` and `..`.
func canonicalPath(_ path: String) throws(SystemError) -> String {
  guard let resolved = realpath(path, nil) else { throw SystemError(errno) }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// The path that leads from a folder to a file, `..` included.
///
/// - Parameters: Absolute paths without `.` and `..`.
func path(from folder: String, to file: String) -> String {
  let start = Array(folder.utf8).split(separator: UInt8(ascii: "/"))
  let end = Array(file.utf8).split(separator: UInt8(ascii: "/"))
  let shared = zip(start, end).prefix { $0 == $1 }.count
  let up = [String](repeating: "..", count: start.count - shared)
  let down = end[shared...].map { String(decoding: $0, as: UTF8.self) }
  return (up + down).joined(separator: "/")
}

/// The folder and all above it up to `/`, innermost first.
///
/// - Parameter path: An absolute path without `.` and `..`.
func foldersUpward(from path: String) -> [String] {
  var folders = [path]
  var folder = path
  while folder != "/" {
    folder = folderPath(of: folder)
    folders.append(folder)
  }
  return folders
}

private func withoutTrailingSlashes(_ path: String) -> String {
  var path = path[...]
  while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") {
    path = path.dropLast()
  }
  return String(path)
}
