/// Pictures that follow one another, each stored as the rectangle in which it differs from the one
/// before.
package struct Animation: Sendable, Equatable {
  /// What changes from one picture to the next.
  struct Patch: Sendable, Equatable {
    /// Where the top left corner of the rectangle is, in pixels.
    var x: Int
    var y: Int
    var image: RasterImage
    /// How long the picture stays, in milliseconds.
    var milliseconds: Int
  }

  /// How many pixels all patches may have together.
  static let pixelLimit = 100_000_000

  private(set) var patches: [Patch] = []
  /// The whole picture as it is after the last patch.
  private var last: RasterImage?
  private var pixelCount = 0

  package init() {}

  /// The width and height of every picture; nought before the first.
  var width: Int { patches.first?.image.width ?? 0 }
  var height: Int { patches.first?.image.height ?? 0 }

  /// Appends a picture; one that is just like the last makes that one stay longer. A picture of
  /// another size than the first is our own mistake.
  package mutating func append(_ image: RasterImage, milliseconds: Int) throws(RasterFailure) {
    let milliseconds = max(milliseconds, 0)
    guard let last else {
      self.last = image
      return add(Patch(x: 0, y: 0, image: image, milliseconds: milliseconds))
    }
    guard let patch = image.patch(after: last, milliseconds: milliseconds) else {
      patches[patches.count - 1].milliseconds += milliseconds
      return
    }
    self.last = image
    guard pixelCount + patch.image.width * patch.image.height <= Self.pixelLimit else {
      throw .tooMuchMotion
    }
    add(patch)
  }

  private mutating func add(_ patch: Patch) {
    pixelCount += patch.image.width * patch.image.height
    patches.append(patch)
  }
}

extension RasterImage {
  /// The smallest rectangle that holds every difference to another picture of the same size; nil
  /// where there is none.
  fileprivate func patch(after other: RasterImage, milliseconds: Int) -> Animation.Patch? {
    precondition(width == other.width && height == other.height)
    let length = width * 4
    func isSameRow(_ row: Int) -> Bool {
      let range = row * length..<(row + 1) * length
      return pixels[range] == other.pixels[range]
    }
    guard let top = (0..<height).first(where: { !isSameRow($0) }),
      let bottom = (0..<height).last(where: { !isSameRow($0) })
    else { return nil }
    var (left, right) = (width - 1, 0)
    for row in top...bottom where !isSameRow(row) {
      let start = row * length
      var column = 0
      while column < left, isSame(column, in: start, other) { column += 1 }
      left = min(left, column)
      column = width - 1
      while column > right, isSame(column, in: start, other) { column -= 1 }
      right = max(right, column)
    }
    return Animation.Patch(
      x: left, y: top, image: part(left...right, top...bottom), milliseconds: milliseconds)
  }

  /// Whether a pixel of the row that starts at an index is the same in both.
  private func isSame(_ column: Int, in start: Int, _ other: RasterImage) -> Bool {
    let range = start + column * 4..<start + (column + 1) * 4
    return pixels[range] == other.pixels[range]
  }

  private func part(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> RasterImage {
    var part: [UInt8] = []
    part.reserveCapacity(columns.count * rows.count * 4)
    for row in rows {
      let start = row * width
      part += pixels[(start + columns.lowerBound) * 4..<(start + columns.upperBound + 1) * 4]
    }
    return RasterImage(width: columns.count, height: rows.count, pixels: part)
  }
}
