extension Rasterizer {
  /// Draws a picture as a PNG file, a number of pixels for each px.
  package func png(of svg: [UInt8], scale: Int) throws(RasterFailure) -> [UInt8] {
    let image = try image(of: svg, scale: scale)
    var file = PNGFile(width: image.width, height: image.height)
    file.append("IDAT", try zlib.compressed(markedRows(image.pixels, width: image.width)))
    file.append("IEND", [])
    return file.bytes
  }
}
