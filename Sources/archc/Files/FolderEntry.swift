import Glibc

/// One name in a folder.
struct FolderEntry {
  var name: String
  /// What the name stands for; a symbolic link is not followed.
  var kind: FileKind
}

/// The names in a folder in the order of their bytes, without `.` and `..`.
func entries(ofFolder path: String) throws(SystemError) -> [FolderEntry] {
  guard let stream = opendir(path) else { throw SystemError(errno) }
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      if errno != 0 { throw SystemError(errno) }
      return entries.sorted { bytesPrecede($0.name, $1.name) }
    }
    let name = name(of: entry)
    if name == "." || name == ".." { continue }
    // A name that is gone by now is none.
    guard let kind = kind(of: entry, at: joinPath(path, name)) else { continue }
    entries.append(FolderEntry(name: name, kind: kind))
  }
}

private func name(of entry: UnsafeMutablePointer<dirent>) -> String {
  withUnsafePointer(to: &entry.pointee.d_name) { pointer in
    pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee))
    {
      String(cString: $0)
    }
  }
}

private func kind(of entry: UnsafeMutablePointer<dirent>, at path: String) -> FileKind? {
  switch Int(entry.pointee.d_type) {
  case Int(DT_REG): return .file
  case Int(DT_DIR): return .folder
  case Int(DT_LNK): return .link
  default:
    // Some file systems leave the kind to a call of its own.
    guard let status = try? status(of: path, followingLinks: false) else { return nil }
    return FileKind(mode: status.st_mode)
  }
}
