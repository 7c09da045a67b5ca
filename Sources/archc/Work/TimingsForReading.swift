import ArchLint

/// How long each check took, summed over all inputs, the slowest first; what is too short to matter
/// is counted together.
func timingsForReading(_ timings: [RuleTimings]) -> String {
  var sums: [String: Double] = [:]
  for entry in timings.flatMap(\.entries) { sums[entry.name, default: 0] += entry.seconds }
  let sorted = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  let worthTelling = sorted.filter { $0.value >= 0.000_01 }
  let rest = sorted.dropFirst(worthTelling.count)
  var lines = worthTelling.map { "\(milliseconds($0.value))  \($0.key)" }
  if !rest.isEmpty {
    let sum = rest.reduce(0) { $0 + $1.value }
    lines.append("\(milliseconds(sum))  \(rest.count) more, each below 0.01 ms")
  }
  lines.append("\(milliseconds(sorted.reduce(0) { $0 + $1.value }))  in all")
  return lines.joined(separator: "\n") + "\n"
}

/// `  12.34 ms`
private func milliseconds(_ seconds: Double) -> String {
  let hundredths = Int((seconds * 100_000).rounded())
  let fraction = hundredths % 100
  let text = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) ms"
  return String(repeating: " ", count: max(0, 11 - text.count)) + text
}
