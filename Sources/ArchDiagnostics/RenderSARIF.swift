import ArchSource

/// Renders a batch as a SARIF 2.1.0 log with one run, for GitHub code scanning and its kin.
///
/// - Parameters:
///   - rules: Descriptions of rules; those that no finding names are left out.
///   - version: The version of archc.
package func renderSARIF(
  _ reports: [Report], rules: [RuleDescription] = [], version: String
) -> String {
  let findings = Finding.all(in: reports)
  let used = describedRules(findings, rules)
  let indices = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1.id, $0) })
  var fingerprints = FingerprintMaker()
  let results = findings.map { finding in
    result(
      finding, ruleIndex: indices[finding.diagnostic.id],
      fingerprint: fingerprints.fingerprint(of: finding))
  }
  let driver: JSONValue = [
    "name": "archc", "semanticVersion": .string(version), "rules": .array(used.map(descriptor)),
  ]
  let run: JSONValue = [
    "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
    "automationDetails": ["id": "archc/"], "invocations": [["executionSuccessful": true]],
    "results": .array(results),
  ]
  let log: JSONValue = [
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
  ]
  return JSONWriter.text(log, .pretty) + "\n"
}

/// The rules that findings name, sorted; one without a description is described by its name.
private func describedRules(
  _ findings: [Finding], _ rules: [RuleDescription]
) -> [RuleDescription] {
  let known = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  let used = Dictionary(findings.map { ($0.diagnostic.id, $0.diagnostic.severity) }) { max($0, $1) }
  return used.sorted { $0.key.name < $1.key.name }.map { id, severity in
    known[id] ?? RuleDescription(id, severity, summary: id.name)
  }
}

private func descriptor(_ rule: RuleDescription) -> JSONValue {
  let explanation = rule.explanation.isEmpty ? rule.summary : rule.explanation
  return .object([
    "id": .string(rule.id.name),
    "shortDescription": ["text": .string(shortened(rule.summary))],
    "fullDescription": ["text": .string(shortened(explanation))],
    "help": ["text": .string(explanation), "markdown": .string(explanation)],
    "helpUri": rule.docs.map { .string($0) },
    "defaultConfiguration": ["level": .string(level(rule.severity))],
  ])
}

/// GitHub shows at most 1024 characters of a description.
private func shortened(_ text: String) -> String {
  text.count <= 1024 ? text : text.prefix(1023) + "…"
}

private func result(_ finding: Finding, ruleIndex: Int?, fingerprint: String) -> JSONValue {
  .object([
    "ruleId": .string(finding.rule),
    "ruleIndex": ruleIndex.map { .integer($0) },
    "level": .string(level(finding.diagnostic.severity)),
    "message": ["text": .string(finding.fullMessage)],
    "locations": [["physicalLocation": physicalLocation(finding.place)]],
    "relatedLocations": .array(
      finding.related.enumerated().map { index, related in
        relatedLocation(related.place, message: related.message, number: index + 1)
      }),
    "partialFingerprints": ["archcFinding/v1": .string(fingerprint)],
    "fixes": finding.fixes.isEmpty ? nil : .array(finding.fixes.map(fix)),
  ])
}

private func relatedLocation(
  _ place: Finding.Place, message: String, number: Int
) -> JSONValue {
  .object([
    "id": .integer(number), "physicalLocation": physicalLocation(place),
    "message": message.isEmpty ? nil : ["text": .string(message)],
  ])
}

private func fix(_ fix: Finding.Fix) -> JSONValue {
  var paths: [String] = []
  for (place, _) in fix.edits where !paths.contains(place.path) { paths.append(place.path) }
  let changes = paths.map { path -> JSONValue in
    let replacements = fix.edits.filter { $0.place.path == path }.map { place, text -> JSONValue in
      ["deletedRegion": region(place), "insertedContent": ["text": .string(text)]]
    }
    return ["artifactLocation": artifact(path), "replacements": .array(replacements)]
  }
  return ["description": ["text": .string(fix.title)], "artifactChanges": .array(changes)]
}

private func physicalLocation(_ place: Finding.Place) -> JSONValue {
  ["artifactLocation": artifact(place.path), "region": region(place)]
}

private func artifact(_ path: String) -> JSONValue { ["uri": .string(uriReference(path))] }

private func region(_ place: Finding.Place) -> JSONValue {
  [
    "startLine": .integer(place.start.line), "startColumn": .integer(place.start.column),
    "endLine": .integer(place.end.line), "endColumn": .integer(place.end.column),
  ]
}

private func level(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .hint: "note"
  }
}
