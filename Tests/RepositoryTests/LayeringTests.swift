import Testing

/// Modules of the toolchain that may be imported without a dependency.
private let toolchain: Set<String> = ["FoundationEssentials", "Glibc", "Synchronization"]

/// The modules that a Swift file imports, by line number.
private func imports(of file: Checkout.File) -> [(line: Int, module: String)] {
  let form =
    /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?(\w+)/
  let code = file.code.split(separator: "\n", omittingEmptySubsequences: false)
  return code.enumerated().filter { $0.element.contains("import") }.compactMap { index, line in
    line.firstMatch(of: form).map { (index + 1, String($0.output.1)) }
  }
}

@Test func `Every target is found in the manifest with its dependencies`() {
  let names = PackageTarget.all.map(\.name)
  #expect(
    names.contains("ArchSource") && names.contains("archc") && names.contains("CLayoutWorker"))
  let archc = PackageTarget.all.first { $0.name == "archc" }
  #expect(archc?.dependencies.isSuperset(of: ["ArchRender", "ArgumentParser"]) == true)
  #expect(archc?.dependencies.contains("swift-argument-parser") == false)
}

@Test func `A target imports only what it declares, not what its dependencies import`() {
  var violations: [String] = []
  for target in PackageTarget.all {
    // The module of a target such as `archc-dev` is `archc_dev`.
    let modules = target.dependencies.map { $0.replacing("-", with: "_") }
    var allowed = toolchain.union(modules)
    if target.folder.hasPrefix("Tests/") { allowed.insert("Testing") }
    for file in Checkout.swiftFiles where file.path.hasPrefix(target.folder + "/") {
      for (line, module) in imports(of: file) where !allowed.contains(module) {
        violations.append("\(file.path):\(line): \(target.name) does not declare \(module)")
      }
    }
  }
  #expect(violations == [])
}

@Test func `Every source file belongs to a target of the manifest`() {
  let folders = PackageTarget.all.map { $0.folder + "/" }
  let strays = Checkout.swiftFiles.map(\.path).filter { path in
    !folders.contains { path.hasPrefix($0) }
  }
  #expect(strays == [])
}

@Test func `Only the layout knows Graphviz`() {
  let users = PackageTarget.all.filter {
    $0.dependencies.contains("CLayoutWorker")
  }
  let allowed: Set<String> = ["ArchLayout", "ArchLayoutTests", "CFaultyWorkers"]
  #expect(users.map(\.name).filter { !allowed.contains($0) } == [])
  let includes = Checkout.files(under: ["Sources"], endings: [".c", ".h"]).filter { file in
    file.text.contains(/#\s*include\s*[<"](?:graphviz\/|gvc|cgraph)/)
  }
  let strays = includes.map(\.target).filter { $0 != "CLayoutWorker" }
  #expect(strays == [])
}

@Test func `Only the commands touch the disk`() {
  let foundation = /\b(?:FileManager|FileHandle|contentsOf(?:File)?:|\.write\(to:)/
  let system =
    /(?:^|[^\w.])(?:open|openat|creat|fopen|unlink|rename|mkdir|rmdir|stat|lstat|opendir|readdir|realpath|mkstemp|readlink|symlink)\(/
  var violations: [String] = []
  for file in Checkout.sources where !["archc", "archc-dev"].contains(file.target) {
    let usesSystem = imports(of: file).contains { $0.module == "Glibc" }
    for (index, line) in file.code.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      if line.contains(foundation) || (usesSystem && line.contains(system)) {
        violations.append("\(file.path):\(index + 1)")
      }
    }
  }
  #expect(violations == [])
}
