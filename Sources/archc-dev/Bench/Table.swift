/// Rows of words in columns: the first column left, the others right.
struct Table {
  var title: String
  var rows: [[String]]

  init(_ title: String, columns: [String]) {
    self.title = title
    rows = [columns]
  }

  var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let lines = rows.map { row in
      let cells = zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + space : space + cell.0
      }
      return "  " + cells.joined(separator: "  ")
    }
    return title + "\n" + lines.joined(separator: "\n") + "\n"
  }
}

extension Double {
  /// The number with so many digits after the point.
  func fixed(_ digits: Int) -> String {
    guard isFinite, abs(self) < 1e15 else { return "–" }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(self) * Double(scale)).rounded())
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
  }

  /// Seconds in milliseconds.
  var milliseconds: String {
    let amount = self * 1_000
    return "\(amount.fixed(amount < 100 ? 2 : 0)) ms"
  }
}

extension Int {
  /// Bytes in the unit that leaves a short number.
  var byteWords: String {
    switch self {
    case ..<1_000: "\(self) B"
    case ..<1_000_000: "\((Double(self) / 1e3).fixed(1)) KB"
    default: "\((Double(self) / 1e6).fixed(1)) MB"
    }
  }
}

/// Whether a figure is on the right side of its bar.
func verdict(_ isMet: Bool) -> String { isMet ? "met" : "MISSED" }
