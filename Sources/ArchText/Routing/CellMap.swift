import ArchScene

/// What stands on each cell, as far as lines care.
struct CellMap {
  /// One cell.
  struct Spot {
    /// Nothing may pass: a box, a title, a label, an arrowhead, a taken port.
    var isSolid = false
    /// The group whose border runs here, or -1.
    var border: Int32 = -1
    /// Whether that border runs along a row.
    var isBorderHorizontal = false
    /// The arms of the lines here.
    var arms: Arms = []
    /// How many lines run here.
    var count: UInt8 = 0
    /// The one box that all lines here come from, or -1; and the one they lead to.
    var source: Int32 = -1
    var target: Int32 = -1
    /// One of the lines.
    var edge: Int32 = -1
    /// What a line pays for running here, being close to something.
    var toll: UInt8 = 0
    /// Whether no line may leave the one here, or come to it, without misleading about a label.
    var isClosedToLeave = false
    var isClosedToJoin = false

    /// Whether a line may start, turn or end here.
    var isFree: Bool { !isSolid && border < 0 && arms.isEmpty }
  }

  let width: Int
  let height: Int
  var spots: [Spot]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    spots = Array(repeating: Spot(), count: width * height)
  }

  func index(_ x: Int, _ y: Int) -> Int { y * width + x }

  func contains(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < width && y < height }

  /// How far the index of the next cell is in each way.
  func stride(_ way: Way) -> Int {
    switch way {
    case .up: -width
    case .right: 1
    case .down: width
    case .left: -1
    }
  }

  // MARK: Obstacles

  /// Puts a box in the way.
  mutating func add(box: CellRect) {
    for y in box.y...box.maxY {
      for x in box.x...box.maxX { spots[index(x, y)].isSolid = true }
    }
    addToll(around: box)
  }

  /// Puts the border of a group in the way; its corners and its title let nothing pass.
  ///
  /// - Parameter title: how many columns the title takes, blanks around it included.
  mutating func add(group: Int, _ rect: CellRect, title: Int) {
    for x in rect.x...rect.maxX {
      for y in [rect.y, rect.maxY] { addBorder(x, y, group, isHorizontal: true) }
    }
    for y in rect.y...rect.maxY {
      for x in [rect.x, rect.maxX] { addBorder(x, y, group, isHorizontal: false) }
    }
    for x in [rect.x, rect.maxX] {
      for y in [rect.y, rect.maxY] { spots[index(x, y)].isSolid = true }
    }
    if title > 0 {
      for x in rect.x + 1..<min(rect.x + 2 + title, rect.maxX) {
        spots[index(x, rect.y)].isSolid = true
      }
    }
    addToll(around: rect)
    addToll(
      around: CellRect(x: rect.x + 2, y: rect.y + 2, width: rect.width - 4, height: rect.height - 4)
    )
  }

  private mutating func addBorder(_ x: Int, _ y: Int, _ group: Int, isHorizontal: Bool) {
    spots[index(x, y)].border = Int32(group)
    spots[index(x, y)].isBorderHorizontal = isHorizontal
  }

  /// Makes it dearer to run right beside a box.
  private mutating func addToll(around rect: CellRect) {
    guard rect.width > 0, rect.height > 0 else { return }
    for x in rect.x - 1...rect.maxX + 1 {
      addToll(x, rect.y - 1)
      addToll(x, rect.maxY + 1)
    }
    for y in rect.y...rect.maxY {
      addToll(rect.x - 1, y)
      addToll(rect.maxX + 1, y)
    }
  }

  /// Makes a cell dearer for lines.
  mutating func addToll(_ x: Int, _ y: Int) {
    guard contains(x, y) else { return }
    let old = spots[index(x, y)].toll
    if old < 4 { spots[index(x, y)].toll = old + 1 }
  }
}
