import FoundationEssentials

/// The path of an executable of this package, which stands beside the running test bundle.
///
/// Throws when it was not built: the test target must depend on the executable's target.
package func builtExecutable(_ name: String) throws -> String {
  let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let folder = bundle.split(separator: "/").dropLast().joined(separator: "/")
  let path = "/\(folder)/\(name)"
  guard FileManager.default.isExecutableFile(atPath: path) else {
    throw MissingExecutable(path: path)
  }
  return path
}

/// An executable that should have been built before the tests ran.
package struct MissingExecutable: Error {
  package var path: String
}
