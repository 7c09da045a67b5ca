/// Finds the best place for the words on a line: over a run along a row, in it, or beside a run
/// along a column.
struct LabelSearch {
  /// A straight stretch that belongs to the line alone, by its cells in the path.
  private struct Run {
    var range: ClosedRange<Int>
    var isHorizontal: Bool
  }

  private let map: CellMap
  private let path: LinePath
  private let columns: Int
  private let rows: Int
  private var best: (score: Int, x: Int, y: Int, range: ClosedRange<Int>)?

  /// Returns a place for words, and the cells of the path they speak for; nil where there is no
  /// room.
  static func place(
    _ words: EdgeWords, on path: LinePath, _ map: CellMap
  ) -> (x: Int, y: Int, range: ClosedRange<Int>)? {
    var search = LabelSearch(words, on: path, map)
    for run in search.runs() {
      if run.isHorizontal { search.tryRow(run) } else { search.tryColumn(run) }
    }
    return search.best.map { ($0.x, $0.y, $0.range) }
  }

  private init(_ words: EdgeWords, on path: LinePath, _ map: CellMap) {
    (self.map, self.path) = (map, path)
    (columns, rows) = (words.columns, words.rows.count)
  }

  private func position(_ index: Int) -> (x: Int, y: Int) {
    let (y, x) = path.cells[index].quotientAndRemainder(dividingBy: map.width)
    return (x, y)
  }

  /// The runs between bends, crossings and shared stretches.
  private func runs() -> [Run] {
    var runs: [Run] = []
    let first = max(1, path.sharedAtStart)
    let last = path.cells.count - 2 - max(0, path.sharedAtEnd - 1)
    guard first <= last else { return [] }
    for index in first...last where isAlone(index) {
      let before = map.isRowStep(path.cells[index], path.cells[index - 1])
      let after = map.isRowStep(path.cells[index], path.cells[index + 1])
      for isHorizontal in [before, !before] where before == isHorizontal || after == isHorizontal {
        let isSame = runs.last?.isHorizontal == isHorizontal
        if isSame, before == isHorizontal, let range = runs.last?.range,
          range.upperBound == index - 1
        {
          runs[runs.count - 1].range = range.lowerBound...index
        } else if !(isSame && runs.last?.range.upperBound == index) {
          runs.append(Run(range: index...index, isHorizontal: isHorizontal))
        }
      }
    }
    return runs
  }

  private func isAlone(_ index: Int) -> Bool {
    let spot = map.spots[path.cells[index]]
    return map.traffic[path.cells[index]].count == 1 && !spot.hasBorder && spot.arms.count == 2
  }

  // MARK: Places

  private mutating func tryRow(_ run: Run) {
    let (first, last) = (position(run.range.lowerBound), position(run.range.upperBound))
    let (low, high) = (min(first.x, last.x), max(first.x, last.x))
    let spare = high - low + 1 - columns
    guard spare >= 2 else { return }
    let middle = low + (spare + 1) / 2
    for shift in 0...min(spare / 2, 12) {
      for x in shift == 0 ? [middle] : [middle - shift, middle + shift] {
        guard x > low, x + columns <= high else { continue }
        offer(x, first.y - rows, score: shift, run)
        offer(x, first.y + 1, score: shift + 6, run)
        if rows == 1, x >= low + 2, x + columns < high - 2 {
          offerInside(x, first.y, shift + 4, run)
        }
      }
    }
  }

  private mutating func tryColumn(_ run: Run) {
    let (first, last) = (position(run.range.lowerBound), position(run.range.upperBound))
    let (low, high) = (min(first.y, last.y), max(first.y, last.y) - rows + 1)
    guard low <= high else { return }
    let middle = (low + high) / 2
    for y in low...high {
      // Away from the source, so that other lines can still leave with this one.
      let away = first.y <= last.y ? high - y : y - low
      let score = 2 + min(abs(y - middle), 6) + (high - low < 3 ? away : 0)
      let (right, left) = (first.x + 2, first.x - 1 - columns)
      offer(right, y, score: score + lines(beyond: right + columns + 1, y), run)
      offer(left, y, score: score + 3 + lines(beyond: left - 2, y), run)
    }
  }

  /// What it costs that words stand between two lines, as near to one as to the other.
  private func lines(beyond x: Int, _ y: Int) -> Int {
    guard map.contains(x, y) else { return 0 }
    let spots = (y..<y + rows).map { map.spots[map.index(x, min($0, map.height - 1))] }
    return spots.contains { !$0.arms.isEmpty && !$0.hasBorder } ? 7 : 0
  }

  /// Takes a place beside the line if it is free and the best so far.
  private mutating func offer(_ x: Int, _ y: Int, score: Int, _ run: Run) {
    guard score < best?.score ?? .max, x > 1, x + columns < map.width - 1, y > 0,
      y + rows < map.height
    else { return }
    for row in y..<y + rows {
      guard (x..<x + columns).allSatisfy({ map.spots[map.index($0, row)].isFree }),
        isBlank(x - 1, row), isBlank(x + columns, row)
      else { return }
    }
    let total = score + closeness(x, y)
    if total < best?.score ?? .max { best = (total, x, y, run.range) }
  }

  /// Takes a place in the line's own row.
  private mutating func offerInside(_ x: Int, _ y: Int, _ score: Int, _ run: Run) {
    let total = score + closeness(x, y)
    if total < best?.score ?? .max { best = (total, x, y, run.range) }
  }

  /// Whether a cell can stand between words and what is next to them.
  private func isBlank(_ x: Int, _ y: Int) -> Bool {
    let spot = map.spots[map.index(x, y)]
    return spot.arms.isEmpty && !spot.isSolid && !spot.hasBorder
  }

  /// How much a place could be taken for that of another line: by the other lines above and below.
  private func closeness(_ x: Int, _ y: Int) -> Int {
    var found = 0
    for row in [y - 1, y + rows] where row >= 0 && row < map.height {
      for column in x..<x + columns {
        let cell = map.index(column, row)
        let spot = map.spots[cell]
        if !spot.arms.isEmpty, !spot.hasBorder, !path.cells.contains(cell) { found += 1 }
      }
    }
    return min(found, 6)
  }
}

extension CellMap {
  /// Puts the words of a line on the map, and keeps other lines from making them ambiguous.
  mutating func add(_ label: PlacedLabel, on path: LinePath, _ range: ClosedRange<Int>) {
    let rect = label.rect
    for y in rect.y...rect.maxY {
      for x in max(rect.x - 1, 0)...min(rect.maxX + 1, width - 1) {
        spots[index(x, y)].isSolid = true
      }
      addToll(rect.x - 2, y, by: 2)
      addToll(rect.maxX + 2, y, by: 2)
    }
    for cell in path.cells[range.lowerBound...] { traffic[cell].isClosedToLeave = true }
    for cell in path.cells[...range.upperBound] { traffic[cell].isClosedToJoin = true }
  }
}
