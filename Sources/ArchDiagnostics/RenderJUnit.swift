import ArchSource

/// Renders a batch as JUnit XML: a suite for each file, in it a failed case for each finding.
///
/// A file without findings is one passed case, as readers take a suite without cases for a mistake.
package func renderJUnit(_ reports: [Report]) -> String {
  let findings = Finding.all(in: reports)
  var paths = reports.compactMap { $0.sources.sources.first.map { relativePath($0.name) } }
  paths += findings.map(\.place.path)
  var seen: Set<String> = []
  paths.removeAll { !seen.insert($0).inserted }
  let suites = paths.map { path in suite(path, findings.filter { $0.place.path == path }) }
  let total = suites.reduce(0) { $0 + $1.count }
  let attributes = xmlAttributes([
    ("name", "archc"), ("tests", "\(total)"), ("failures", "\(findings.count)"), ("errors", "0"),
  ])
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    + "<testsuites\(attributes)>\n\(suites.map(\.text).joined())</testsuites>\n"
}

private func suite(_ path: String, _ findings: [Finding]) -> (text: String, count: Int) {
  let count = max(1, findings.count)
  let attributes = xmlAttributes([
    ("name", path), ("tests", "\(count)"), ("failures", "\(findings.count)"), ("errors", "0"),
    ("skipped", "0"),
  ])
  let passed = "    <testcase\(xmlAttributes([("name", "no findings"), ("classname", path)]))/>\n"
  let cases = findings.isEmpty ? passed : findings.map(failedCase).joined()
  return ("  <testsuite\(attributes)>\n\(cases)  </testsuite>\n", count)
}

private func failedCase(_ finding: Finding) -> String {
  let place = "\(finding.place.path):\(finding.place.start.line):\(finding.place.start.column)"
  let test = xmlAttributes([
    ("name", "\(finding.rule) at \(finding.place.start.line):\(finding.place.start.column)"),
    ("classname", finding.place.path), ("file", finding.place.path),
    ("line", "\(finding.place.start.line)"),
  ])
  let failure = xmlAttributes([
    ("type", finding.diagnostic.severity.word), ("message", finding.diagnostic.message),
  ])
  let lines = ["\(place): \(finding.diagnostic.message)"] + finding.diagnostic.notes
  let text = lines.map(xmlText).joined(separator: "\n")
  return """
        <testcase\(test)>
          <failure\(failure)>\(text)</failure>
        </testcase>

    """
}
