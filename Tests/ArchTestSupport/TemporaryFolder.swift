import FoundationEssentials
import Glibc

/// A folder of its own for one test, removed at the end.
///
/// The path is canonical: no part of it is a symbolic link.
package func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  var template = Array("/tmp/archc-test-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
  let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  guard let canonical = realpath(made, nil) else { throw SystemFailure("realpath") }
  defer { free(canonical) }
  let path = String(cString: canonical)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// Writes a text file and the folders above it.
package func makeFile(_ path: String, _ text: String = "") throws {
  try makeFolder(String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)))
  try Data(text.utf8).write(to: URL(filePath: path))
}

/// Makes a folder and those above it.
package func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
}

/// Reads a text file.
package func textOfFile(_ path: String) throws -> String {
  String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
}

/// The names in a folder, hidden ones too, sorted.
package func namesInFolder(_ path: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: path).sorted()
}
