import Glibc

/// The folder that holds a project: imports may not leave it.
struct ProjectRoot: Equatable {
  /// The canonical path of the folder.
  let path: String

  /// The names of a project's configuration.
  static let configurationNames = ["archc.toml", ".archc.toml"]

  /// What tells that a folder is the root of a project.
  private static let markers = configurationNames + [".git"]

  /// Makes a folder a root.
  ///
  /// - Parameter path: The canonical path of the folder.
  init(path: String) { self.path = path }

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
    try resolve(path, .import) { () throws(SystemError) in try canonicalPath(folderPath(of: file)) }
  }

  /// The canonical path of a file of the project, whose path counts from the root.
  func resolve(_ path: String) throws(FileFailure) -> String {
    try resolve(path, .read) { self.path }
  }

  private func resolve(
    _ path: String, _ action: FileFailure.Action, from folder: () throws(SystemError) -> String
  ) throws(FileFailure) -> String {
    if path.isEmpty { throw FileFailure(action, path, .isEmptyPath) }
    if path.utf8.contains(0) { throw FileFailure(action, path, .holdsNUL) }
    if isAbsolutePath(path) { throw FileFailure(action, path, .isAbsolutePath) }
    let reason: FileFailure.Reason
    do throws(SystemError) {
      let target = try canonicalPath(joinPath(try folder(), path))
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
    throw FileFailure(action, path, reason)
  }

  /// The path of a file of the project that need not be there yet; it counts from the root, and the
  /// folder that is to hold it lies in the project.
  func resolveOutput(_ path: String) throws(FileFailure) -> String {
    if path.isEmpty { throw FileFailure(.write, path, .isEmptyPath) }
    if path.utf8.contains(0) { throw FileFailure(.write, path, .holdsNUL) }
    if isAbsolutePath(path) { throw FileFailure(.write, path, .isAbsolutePath) }
    let full = joinPath(self.path, path)
    do throws(SystemError) {
      let folder = try canonicalPath(folderPath(of: full))
      let target = joinPath(folder, fileName(of: full))
      let end = (try? canonicalPath(target)) ?? target
      if isPath(end, within: self.path) { return target }
    } catch {
      throw FileFailure(.write, path, .system(error.code))
    }
    throw FileFailure(.write, path, .isOutside(root: self.path))
  }

  private static func nearestRoot(from folder: String) -> String {
    foldersUpward(from: folder).first(where: isMarked) ?? folder
  }

  /// Whether a folder is the root of a project by what it holds.
  static func isMarked(_ folder: String) -> Bool {
    markers.contains { (try? status(of: joinPath(folder, $0))) != nil }
  }
}
