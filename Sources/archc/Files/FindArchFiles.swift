import Glibc

/// A file to work on.
struct FoundFile: Equatable {
  /// The path as the user would write it: what was named, and the names below it.
  var path: String
  /// The path below the folder that the user named, or the name of a file that was named itself:
  /// where its picture goes below `-o DIR`.
  var relativePath: String
}

/// The files that paths on the command line stand for, and the paths that stand for none.
struct FoundFiles: Equatable {
  /// Sorted by the bytes of their paths, each file once.
  var files: [FoundFile] = []
  var failures: [FileFailure] = []
}

/// Finds the files that some paths stand for; no path at all stands for the current folder.
///
/// A file stands for itself, whatever its name. A folder stands for every `.arch` file below it,
/// except in hidden folders and where a `.gitignore` file or a project's configuration says
/// otherwise; links to folders are not followed. The order of the paths does not matter, and a bad
/// path does not hide the others. A folder whose configuration cannot be used is not searched.
func findArchFiles(under paths: [String], in projects: Projects = Projects()) -> FoundFiles {
  var search = ArchFileSearch(projects)
  for path in paths.isEmpty ? ["."] : paths {
    search.add(path)
  }
  return search.result
}

/// A search in progress.
private struct ArchFileSearch {
  private var files: [(file: FoundFile, canonicalPath: String)] = []
  private var failures: [FileFailure] = []
  private let projects: Projects

  init(_ projects: Projects) { self.projects = projects }

  /// The files in order, each once; of one found in two ways the one from the outer folder stays.
  var result: FoundFiles {
    guard files.count > 1 else { return FoundFiles(files: files.map(\.file), failures: failures) }
    let ordered = files.sorted { left, right in
      if !left.file.path.utf8.elementsEqual(right.file.path.utf8) {
        return bytesPrecede(left.file.path, right.file.path)
      }
      return left.file.relativePath.utf8.count > right.file.relativePath.utf8.count
    }
    var seen: Set<[UInt8]> = []
    let distinct = ordered.filter { seen.insert(Array($0.canonicalPath.utf8)).inserted }
    return FoundFiles(files: distinct.map(\.file), failures: failures)
  }

  /// Adds what one path stands for.
  mutating func add(_ path: String) {
    if path.utf8.contains(0) {
      failures.append(FileFailure(.read, path, .holdsNUL))
      return
    }
    do throws(SystemError) {
      let kind = FileKind(mode: try status(of: path).st_mode)
      if kind == .folder {
        let folder = try canonicalPath(path)
        walk(path, canonicalPath: folder, relativePath: "", IgnoreStack(for: folder))
      } else {
        let folder = try canonicalPath(folderPath(of: path))
        let name = fileName(of: path)
        append(path, canonicalPath: joinPath(folder, name), relativePath: name)
      }
    } catch {
      failures.append(FileFailure(.read, path, .system(error.code)))
    }
  }

  /// Adds the files of a folder and, depth first, of the folders in it.
  private mutating func walk(
    _ folder: String, canonicalPath: String, relativePath: String, _ ignored: IgnoreStack
  ) {
    guard let project = projects.settings(ofFolder: canonicalPath) else { return }
    do throws(SystemError) {
      for entry in try entries(ofFolder: folder) {
        let canonicalPath = joinPath(canonicalPath, entry.name)
        let path = joinPath(folder, entry.name)
        guard let kind = kindToVisit(entry, at: path) else { continue }
        let isFolder = kind == .folder
        if ignored.ignores(canonicalPath, isFolder: isFolder) { continue }
        if project.ignores(canonicalPath, isFolder: isFolder) { continue }
        let relativePath = joinPath(relativePath, entry.name)
        if isFolder {
          var ignored = ignored
          ignored.descend(into: canonicalPath)
          walk(path, canonicalPath: canonicalPath, relativePath: relativePath, ignored)
        } else {
          append(path, canonicalPath: canonicalPath, relativePath: relativePath)
        }
      }
    } catch {
      failures.append(FileFailure(.list, folder, .system(error.code)))
    }
  }

  private mutating func append(_ path: String, canonicalPath: String, relativePath: String) {
    files.append((FoundFile(path: path, relativePath: relativePath), canonicalPath))
  }

  /// Whether an entry is a folder to look into or an `.arch` file; nil when it is neither.
  private func kindToVisit(_ entry: FolderEntry, at path: String) -> FileKind? {
    if entry.kind == .folder {
      return entry.name.utf8.first == UInt8(ascii: ".") ? nil : .folder
    }
    let ending = ".arch".utf8
    guard entry.name.utf8.count > ending.count,
      entry.name.utf8.suffix(ending.count).elementsEqual(ending)
    else { return nil }
    if entry.kind == .link, let target = try? status(of: path) {
      return FileKind(mode: target.st_mode) == .file ? .file : nil
    }
    return entry.kind == .file ? .file : nil
  }
}
