/// A picture in pixels.
package struct RasterImage: Sendable, Equatable {
  package var width: Int
  package var height: Int
  /// Four bytes a pixel, row by row from the top left: red, green, blue and alpha, colours not
  /// multiplied by alpha.
  package var pixels: [UInt8]

  package init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * 4)
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
