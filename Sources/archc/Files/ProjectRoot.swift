import Glibc

/// The folder that holds a project: imports may not leave it.
struct ProjectRoot: Equatable {
  /// The canonical path of the folder.
  let path: String

  /// What tells that a folder is the root of a project.
  private static let markers = ["archc.toml", ".archc.toml", ".git"]

  /// Finds the nearest folder at or above the one of a file that holds a configuration or a
  /// repository; without any it is the folder of the file.
  init(ofFile file: String) throws(FileFailure) {
    do throws(SystemError) {
      let folder = folderPath(of: try canonicalPath(file))
      path = Self.nearestRoot(from: folder)
    } catch {
      throw FileFailure(.read, file, .system(error.code))
    }
  }

  /// Finds the root for what comes from standard input, by the current folder.
  init(ofFolder folder: String) throws(FileFailure) {
    do throws(SystemError) {
      path = Self.nearestRoot(from: try canonicalPath(folder))
    } catch {
      throw FileFailure(.read, folder, .system(error.code))
    }
  }

  /// The canonical path of the file that an `import` means.
  ///
  /// The path counts from the folder of the importing file. It must be relative and, after symbolic
  /// links, lead to a regular file in the project.
  func resolveImport(_ path: String, from file: String) throws(FileFailure) -> String {
    if path.isEmpty { throw FileFailure(.import, path, .isEmptyPath) }
    if path.utf8.contains(0) { throw FileFailure(.import, path, .holdsNUL) }
    if isAbsolutePath(path) { throw FileFailure(.import, path, .isAbsolutePath) }
    let reason: FileFailure.Reason
    do throws(SystemError) {
      let folder = try canonicalPath(folderPath(of: file))
      let target = try canonicalPath(joinPath(folder, path))
      let kind = FileKind(mode: try status(of: target).st_mode)
      if !isPath(target, within: self.path) {
        reason = .isOutside(root: self.path)
      } else if kind != .file {
        reason = .isNoFile(kind)
      } else {
        return target
      }
    } catch {
      reason = .system(error.code)
    }
    throw FileFailure(.import, path, reason)
  }

  private static func nearestRoot(from folder: String) -> String {
    let root = foldersUpward(from: folder).first { folder in
      markers.contains { (try? status(of: joinPath(folder, $0))) != nil }
    }
    return root ?? folder
  }
}
