extension Rasterizer {
  /// The longest side of a page that readers of PDF agree on, in points (ISO 32000-1, annex C).
  private static let longestSide = 14400.0

  /// Draws a picture on a page of its size: text stays text, links can be followed. A px is 3/4 of
  /// a point.
  ///
  /// - Parameter title: the document's title; empty for none.
  package func pdf(of svg: [UInt8], title: String = "") throws(RasterFailure) -> [UInt8] {
    let picture = try rsvg.answer { rsvg.new(svg, UInt(svg.count), $0) }
    defer { rsvg.releaseObject(UnsafeMutableRawPointer(picture)) }
    let size = size(of: picture)
    let points = min(0.75, Self.longestSide / max(size.width, size.height, 1))
    let stream = ByteStream()
    let surface = cairo.createPDF(
      ByteStream.append, Unmanaged.passUnretained(stream).toOpaque(), size.width * points,
      size.height * points)
    // Any date that is always the same will do: the time of drawing would change the bytes.
    cairo.setPDFMetadata(surface, Cairo.pdfCreationDate, "2000-01-01T00:00:00Z")
    cairo.setPDFMetadata(surface, Cairo.pdfTitle, title)
    let failure = withExtendedLifetime(stream) {
      drawn(
        picture, on: surface, width: size.width * points, height: size.height * points)
    }
    if let failure { throw failure }
    return stream.bytes
  }
}

/// Collects what cairo writes.
private final class ByteStream {
  private(set) var bytes: [UInt8] = []

  /// Adds bytes to the stream that the first argument points to.
  static let append: Cairo.Write = { owner, start, count in
    guard let owner else { return 0 }
    let stream = Unmanaged<ByteStream>.fromOpaque(owner).takeUnretainedValue()
    stream.bytes += UnsafeBufferPointer(start: start, count: Int(count))
    return 0
  }
}
