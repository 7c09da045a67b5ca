import ArchSource

/// Renders a batch as a GitLab Code Quality report.
///
/// GitLab shows the description only, so the rule stands in front of it, and takes findings with
/// the same fingerprint in two runs for the same.
package func renderGitLab(_ reports: [Report]) -> String {
  var fingerprints = FingerprintMaker()
  let issues = Finding.all(in: reports).map { finding -> JSONValue in
    [
      "description": .string("\(finding.rule): \(finding.diagnostic.message)"),
      "check_name": .string(finding.rule),
      "fingerprint": .string(fingerprints.fingerprint(of: finding)),
      "severity": .string(severity(finding.diagnostic.severity)),
      "location": [
        "path": .string(finding.place.path),
        "lines": [
          "begin": .integer(finding.place.start.line), "end": .integer(finding.place.end.line),
        ],
      ],
    ]
  }
  return JSONWriter.text(.array(issues), .pretty) + "\n"
}

private func severity(_ severity: Severity) -> String {
  switch severity {
  case .error: "major"
  case .warning: "minor"
  case .hint: "info"
  }
}
