import Testing

/// The kinds of problem that the sources report, by name, with what they state for a severity; what
/// checks find is none of the errors of reading and resolving.
private func reportedKinds() -> [String: Set<String>] {
  let form = /"([a-z]+\/[a-z0-9-]+)",\s*([.a-z][^,\n]*),/
  var kinds: [String: Set<String>] = [:]
  for file in Checkout.sources where file.text.contains("Diagnostic(") {
    for match in file.text.matches(of: form) {
      kinds[String(match.output.1), default: []].insert(
        file.target == "ArchLint" ? "found by a check" : String(match.output.2))
    }
  }
  // Problems of configurations are not for configurations to switch off.
  return kinds.filter { !$0.key.hasPrefix("configuration/") }
}

/// The names in one of the lists of `ProblemKinds.swift`.
private func listed(_ name: String) -> Set<String> {
  let text = Checkout.text("Sources/ArchLint/ProblemKinds.swift") ?? ""
  let list = text.components(between: "private static let \(name) = [", and: "]")
  return Set(list.matches(of: /"([^"]+)"/).map { String($0.output.1) })
}

extension String {
  fileprivate func components(between start: String, and end: String) -> Substring {
    guard let from = firstRange(of: start)?.upperBound else { return "" }
    return self[from...].prefix(upTo: self[from...].firstRange(of: end)?.lowerBound ?? endIndex)
  }
}

@Test func `Configurations can name every kind of problem that is reported`() {
  let kinds = reportedKinds()
  let fixed = kinds.filter { $0.value == [".error"] }.keys
  let changeable = kinds.filter { $0.value != [".error"] }.keys
  #expect(kinds.count > 80)
  #expect(listed("fixed").symmetricDifference(fixed).sorted() == [])
  #expect(listed("changeable").symmetricDifference(changeable).sorted() == [])
}
