import ArchTestSupport
import FoundationEssentials
import Glibc

/// A folder with diagrams for one test, and archc at work in it.
struct Project {
  /// The canonical path of the folder, which is the current one of every run.
  let folder: String

  /// What every run sees of the environment: nothing that could change its answer.
  static let environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]

  /// Runs archc to its end.
  func run(
    _ arguments: String..., stdin: String = "", environment: [String: String] = [:]
  ) throws -> ProcessResult {
    try run(arguments, stdin: Array(stdin.utf8), environment: environment)
  }

  func run(
    _ arguments: [String], stdin: [UInt8] = [], environment: [String: String] = [:],
    currentFolder: String? = nil
  ) throws -> ProcessResult {
    try runProcess(
      try builtExecutable("archc"), arguments, stdin: stdin,
      environment: Self.environment.merging(environment) { $1 },
      currentFolder: currentFolder ?? folder)
  }

  /// Runs a shell script in which `$ARCHC` is the program.
  func shell(_ script: String, timeLimit: Int = 60) throws -> ProcessResult {
    var environment = Self.environment
    environment["ARCHC"] = try builtExecutable("archc")
    return try runProcess(
      "/bin/sh", ["-c", script], environment: environment, currentFolder: folder,
      timeLimit: timeLimit)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ name: String, _ text: String) throws { try makeFile(path(name), text) }

  func write(_ name: String, bytes: [UInt8]) throws {
    try makeFile(path(name))
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  /// The text of a file; nil where there is none.
  func text(_ name: String) -> String? { try? textOfFile(path(name)) }

  func exists(_ name: String) -> Bool { access(path(name), F_OK) == 0 }

  /// The paths below the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }
}

/// Makes a project of some files for one test and removes it afterwards.
func withProject<Result>(
  _ files: [String: String] = [:], _ body: (Project) throws -> Result
) throws -> Result {
  try withTemporaryFolder { folder in
    let project = Project(folder: folder)
    for (name, text) in files { try project.write(name, text) }
    return try body(project)
  }
}

/// The smallest diagram without a problem.
let goodText = "user -> cloudfront -> s3\n"

/// A diagram with an error, which has no picture.
let wrongText = "orders: sqs { retention = 99d }\n"
