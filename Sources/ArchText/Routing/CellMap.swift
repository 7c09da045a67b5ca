import ArchScene

/// What stands on each cell, as far as lines care.
struct CellMap {
  /// What a step onto a cell depends on; eight bytes, for searches look at many.
  struct Spot {
    /// Twice the group whose border runs here, plus one where it runs along a row; or -1.
    private var borderCode: Int32 = -1
    /// Nothing may pass: a box, a title, a label, an arrowhead, a taken port.
    var isSolid = false
    /// Whether the way that is looked for may end here.
    var isEnd = false
    /// The arms of the lines here.
    var arms: Arms = []
    /// What a line pays for running here, being close to something.
    var toll: UInt8 = 0

    /// The group whose border runs here, or -1.
    var border: Int { Int(borderCode >> 1) }
    /// Whether that border runs along a row.
    var isBorderHorizontal: Bool { borderCode & 1 == 1 }
    var hasBorder: Bool { borderCode >= 0 }

    /// Whether a line may start, turn or end here.
    var isFree: Bool { !isSolid && borderCode < 0 && arms.isEmpty }

    mutating func setBorder(_ group: Int, isHorizontal: Bool) {
      borderCode = Int32(truncatingIfNeeded: group * 2 + (isHorizontal ? 1 : 0))
    }
  }

  /// Whose lines run on a cell.
  struct Traffic {
    /// The one box that all lines here come from, or -1; and the one they lead to.
    var source: Int32 = -1
    var target: Int32 = -1
    /// One of the lines.
    var edge: Int32 = -1
    /// How many lines run here.
    var count: UInt8 = 0
    /// Whether no line may leave the one here, or come to it, without misleading about a label.
    var isClosedToLeave = false
    var isClosedToJoin = false
  }

  let width: Int
  let height: Int
  var spots: [Spot]
  var traffic: [Traffic]
  /// The innermost group around each cell, or the number of groups; on the border of a group, one
  /// more than the number of groups, plus that group.
  private(set) var regions: [Int32]
  /// How many groups there are.
  let groupCount: Int

  init(width: Int, height: Int, groups: Int) {
    self.width = width
    self.height = height
    groupCount = groups
    regions = Array(repeating: Int32(groups), count: width * height)
    spots = Array(repeating: Spot(), count: width * height)
    traffic = Array(repeating: Traffic(), count: width * height)
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
    for y in rect.y...rect.maxY {
      for x in rect.x...rect.maxX { regions[index(x, y)] = Int32(group) }
    }
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
    spots[index(x, y)].setBorder(group, isHorizontal: isHorizontal)
    regions[index(x, y)] = Int32(groupCount + 1 + group)
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
  mutating func addToll(_ x: Int, _ y: Int, by toll: UInt8 = 1) {
    guard contains(x, y) else { return }
    let cell = index(x, y)
    spots[cell].toll = min(spots[cell].toll + toll, 4)
  }
}
