import Glibc

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
    guard let top = (0..<height).first(where: { !isSame(0..<width, in: $0, other) }),
      let bottom = (0..<height).last(where: { !isSame(0..<width, in: $0, other) })
    else { return nil }
    var (left, right) = (width - 1, 0)
    for row in top...bottom where !isSame(0..<width, in: row, other) {
      while left > 0, !isSame(0..<left, in: row, other) { left -= 1 }
      while right < width - 1, !isSame(right + 1..<width, in: row, other) { right += 1 }
    }
    return Animation.Patch(
      x: left, y: top, image: part(left...right, top...bottom), milliseconds: milliseconds)
  }

  /// Whether some pixels of a row are the same in both.
  private func isSame(_ columns: Range<Int>, in row: Int, _ other: RasterImage) -> Bool {
    let start = (row * width + columns.lowerBound) * 4
    return pixels.withUnsafeBytes { own in
      other.pixels.withUnsafeBytes { others in
        guard let one = own.baseAddress, let two = others.baseAddress else { return true }
        return memcmp(one + start, two + start, columns.count * 4) == 0
      }
    }
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
