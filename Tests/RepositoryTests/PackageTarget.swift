/// One target as `Package.swift` declares it.
struct PackageTarget {
  var name: String
  /// The folder of its files, from the top folder on.
  var folder: String
  /// The targets and products it names as dependencies.
  var dependencies: Set<String>

  /// The targets of this package, in the order of the manifest.
  static let all: [PackageTarget] = {
    let manifest = Checkout.text("Package.swift") ?? ""
    return manifest.matches(of: /\.(target|executableTarget|testTarget|systemLibrary)\(/).compactMap
    {
      let arguments = balanced(manifest[$0.range.upperBound...], close: ")")
      guard let name = arguments.firstMatch(of: /name:\s*"([^"]+)"/)?.output.1 else { return nil }
      let folder = arguments.firstMatch(of: /path:\s*"([^"]+)"/)?.output.1
      let usual = ($0.output.1 == "testTarget" ? "Tests/" : "Sources/") + name
      return PackageTarget(
        name: String(name), folder: folder.map(String.init) ?? usual,
        dependencies: dependencies(in: arguments))
    }
  }()

  private static func dependencies(in arguments: Substring) -> Set<String> {
    guard let start = arguments.firstMatch(of: /dependencies:\s*\[/)?.range.upperBound else {
      return []
    }
    let list = balanced(arguments[start...], close: "]")
      .replacing(/package:\s*"[^"]*"/, with: "")
    return Set(list.matches(of: /"([^"]+)"/).map { String($0.output.1) })
  }

  /// The text up to the bracket that closes the one before it.
  private static func balanced(_ text: Substring, close: Character) -> Substring {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(", "[": depth += 1
      case ")", "]":
        if depth == 0, text[index] == close { return text[..<index] }
        depth -= 1
      default: break
      }
    }
    return text
  }
}
