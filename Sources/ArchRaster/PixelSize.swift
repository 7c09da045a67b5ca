/// A size in whole pixels that memory is spent on.
struct PixelSize: Equatable {
  var width: Int
  var height: Int

  /// Scales a size in px; fails where that makes more than 100 million pixels, or more than 32767
  /// on a side, which is as far as cairo goes.
  init(width: Double, height: Double, scale: Int) throws(RasterFailure) {
    self.width = Self.pixels(width * Double(scale))
    self.height = Self.pixels(height * Double(scale))
    guard max(self.width, self.height) <= 32767, self.width * self.height <= 100_000_000 else {
      throw .tooLarge(width: self.width, height: self.height)
    }
  }

  /// Rounds up, so that nothing is cut off; a picture has a pixel at least.
  private static func pixels(_ length: Double) -> Int {
    guard length.isFinite else { return 1 }
    return Int(min(max(length, 1), 1e9).rounded(.up))
  }
}
