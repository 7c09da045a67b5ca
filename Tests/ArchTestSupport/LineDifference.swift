/// The lines two texts differ in, with three lines around each place: `-` expected, `+` found.
package func lineDifference(_ expected: String, _ found: String) -> String {
  let old = lines(expected)
  let new = lines(found)
  let changes = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in changes {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var rows: [(sign: String, text: String)] = []
  var left = 0
  var right = 0
  while left < old.count || right < new.count {
    if left < old.count, removed.contains(left) {
      rows.append(("-", old[left]))
      left += 1
    } else if right < new.count, inserted.contains(right) {
      rows.append(("+", new[right]))
      right += 1
    } else {
      rows.append((" ", new[right]))
      left += 1
      right += 1
    }
  }
  return withContext(rows)
}

private func withContext(_ rows: [(sign: String, text: String)]) -> String {
  let context = 3
  var result: [String] = []
  var isSkipping = false
  for (index, row) in rows.enumerated() {
    let around = max(0, index - context)...min(rows.count - 1, index + context)
    if rows[around].contains(where: { $0.sign != " " }) {
      result.append("\(row.sign) \(row.text)")
      isSkipping = false
    } else if !isSkipping {
      result.append("...")
      isSkipping = true
    }
  }
  return result.joined(separator: "\n")
}

/// Lines as they would be told apart: a carriage return or a missing last newline is visible.
private func lines(_ text: String) -> [String] {
  var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
    String(String.UnicodeScalarView($0)).split(separator: "\r", omittingEmptySubsequences: false)
      .joined(separator: "\\r")
  }
  if lines.last == "" {
    lines.removeLast()
  } else {
    lines.append("(no newline at the end)")
  }
  return lines
}
