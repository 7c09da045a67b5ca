import Glibc

/// Draws SVG in pixels and on pages with librsvg and cairo, loaded when the first picture is drawn.
///
/// Files that a picture names are never read: it is given as bytes, without a place of its own.
package struct Rasterizer: Sendable {
  /// The file names of the libraries.
  package struct Names: Sendable {
    package var rsvg = "librsvg-2.so.2"
    package var cairo = "libcairo.so.2"
    package var zlib = "libz.so.1"

    package init() {}
  }

  let rsvg: Rsvg
  let cairo: Cairo
  let zlib: Zlib

  /// Loads the libraries; names the Debian package of the first that is missing.
  package init(_ names: Names = Names()) throws(RasterFailure) {
    rsvg = try Rsvg(SharedLibrary(names.rsvg, package: "librsvg2-2"))
    cairo = try Cairo(SharedLibrary(names.cairo, package: "libcairo2"))
    zlib = try Zlib(SharedLibrary(names.zlib, package: "zlib1g"))
  }

  /// Draws a picture, a number of pixels for each px.
  package func image(of svg: [UInt8], scale: Int) throws(RasterFailure) -> RasterImage {
    let picture = try rsvg.answer { rsvg.new(svg, UInt(svg.count), $0) }
    defer { rsvg.releaseObject(UnsafeMutableRawPointer(picture)) }
    let (width, height) = size(of: picture)
    let size = try PixelSize(width: width, height: height, scale: scale)
    var pixels = [UInt8](repeating: 0, count: size.width * size.height * 4)
    var failure: RasterFailure?
    pixels.withUnsafeMutableBufferPointer { buffer in
      let surface = cairo.createImage(
        buffer.baseAddress, Cairo.argb32, Int32(size.width), Int32(size.height),
        Int32(size.width * 4))
      failure = drawn(
        picture, on: surface, width: width * Double(scale), height: height * Double(scale))
      separateAlpha(buffer)
    }
    if let failure { throw failure }
    return RasterImage(width: size.width, height: size.height, pixels: pixels)
  }

  /// The size that a picture says it has, in px.
  func size(of picture: OpaquePointer) -> (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    guard rsvg.intrinsicSize(picture, &width, &height) != 0 else { return (1, 1) }
    return (width, height)
  }

  /// Draws a picture over a whole surface and lets go of the surface; what went wrong, if anything.
  func drawn(
    _ picture: OpaquePointer, on surface: OpaquePointer?, width: Double, height: Double
  ) -> RasterFailure? {
    let context = cairo.create(surface)
    defer {
      cairo.destroy(context)
      cairo.finishSurface(surface)
      cairo.destroySurface(surface)
    }
    do throws(RasterFailure) {
      try rsvg.answer { fault in
        withUnsafePointer(to: Rsvg.Rectangle(x: 0, y: 0, width: width, height: height)) {
          rsvg.render(picture, context, $0, fault) != 0 ? () : nil
        }
      }
    } catch {
      return error
    }
    let status = max(cairo.status(context), cairo.surfaceStatus(surface))
    return status == 0 ? nil : .refused("cairo answers \(status)")
  }
}
