import Glibc

/// Removes the frames of an earlier, longer run from a folder; everything else stays.
///
/// - Parameter names: The names of the frames that belong there.
func removeStaleFrames(in folder: String, keeping names: [String]) throws(FileFailure) {
  let kept = Set(names.map { Array($0.utf8) })
  let found: [FolderEntry]
  do throws(SystemError) {
    found = try entries(ofFolder: folder)
  } catch {
    throw FileFailure(.list, folder, .system(error.code))
  }
  for entry in found where entry.kind == .file && isFrameName(entry.name) {
    if kept.contains(Array(entry.name.utf8)) { continue }
    let path = joinPath(folder, entry.name)
    if unlink(path) != 0, errno != ENOENT { throw FileFailure(.write, path, .system(errno)) }
  }
}

/// Whether a name is that of a frame: `frame-0001.svg`.
private func isFrameName(_ name: String) -> Bool {
  guard name.hasPrefix("frame-"), name.hasSuffix(".svg") else { return false }
  let digits = name.utf8.dropFirst("frame-".utf8.count).dropLast(".svg".utf8.count)
  return digits.count >= 4 && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
}
