import Glibc

/// What figures depend on besides the programs.
enum Machine {
  /// The path of this program.
  static let ownPath: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// The archc that was built together with this program.
  static var archcBeside: String {
    ownPath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/archc"
  }

  /// Whether Graphviz's program is there to compare with.
  static let hasDot = (try? ProcessRun(["dot", "-V"])) != nil

  /// One line: the processor, its cores, Graphviz's version.
  static func facts(folder: String) -> String {
    let processor =
      lines(of: "/proc/cpuinfo").first { $0.hasPrefix("model name") }
      .flatMap { $0.split(separator: ":").last } ?? "unknown processor"
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let log = folder + "/dot-version"
    _ = try? ProcessRun(["dot", "-V"], log: log)
    let dot = lines(of: log).first.map(String.init) ?? "dot is missing"
    return "\(processor.drop { $0 == " " }), \(cores) cores; \(dot)"
  }

  private static func lines(of path: String) -> [Substring] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
  }
}
