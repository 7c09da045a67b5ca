import ArchRaster
import Testing

/// A red square in the top left quarter of a blank one.
private let quarter = Array(
  """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20">
  <rect width="10" height="10" fill="#ff0000"/><rect x="10" y="10" width="10" height="10" \
  fill="#0000ff" fill-opacity="0.5"/></svg>
  """.utf8)

@Test(arguments: 1...4)
func `A PNG has as many pixels for each px as asked for`(scale: Int) throws {
  let file = try Rasterizer().png(of: quarter, scale: scale)
  let decoded = try #require(DecodedPNG(file))
  #expect((decoded.width, decoded.height) == (20 * scale, 20 * scale))
  let pixels = try #require(decoded.frames.first).pixels
  func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let index = (y * scale * decoded.width + x * scale) * 4
    return Array(pixels[index..<index + 4])
  }
  #expect(pixel(5, 5) == [255, 0, 0, 255])
  #expect(pixel(15, 5) == [0, 0, 0, 0])
  #expect(pixel(15, 15)[..<3] == [0, 0, 255])
  #expect((127...128).contains(pixel(15, 15)[3]))
}

@Test func `The same picture makes the same bytes`() throws {
  let rasterizer = try Rasterizer()
  let png = try rasterizer.png(of: quarter, scale: 2)
  let again = try Rasterizer().png(of: quarter, scale: 2)
  #expect(png == again)
  let pdf = try rasterizer.pdf(of: quarter, title: "A (b)")
  let other = try Rasterizer().pdf(of: quarter, title: "A (b)")
  #expect(other == pdf)
  #expect(pdf.starts(with: "%PDF-".utf8))
  #expect(String(decoding: pdf, as: UTF8.self).contains("/CreationDate (20000101"))
}

@Test func `Pictures that would take too much memory are refused before they are drawn`() throws {
  func square(_ side: Int) -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(side)\" height=\"\(side)\"/>".utf8)
  }
  let rasterizer = try Rasterizer()
  #expect(throws: RasterFailure.tooLarge(width: 10400, height: 10400)) {
    _ = try rasterizer.png(of: square(2600), scale: 4)
  }
  let long = Array(
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"32768\" height=\"1\"/>".utf8)
  #expect(throws: RasterFailure.tooLarge(width: 32768, height: 1)) {
    _ = try rasterizer.png(of: long, scale: 1)
  }
  let page = try rasterizer.pdf(of: square(30000))
  #expect(page.starts(with: "%PDF-".utf8))
}

@Test func `What is no picture is refused in the library's words`() throws {
  let rasterizer = try Rasterizer()
  for text in ["", "<svg", "nothing", "<html/>"] {
    #expect(throws: RasterFailure.self) {
      _ = try rasterizer.png(of: Array(text.utf8), scale: 1)
    }
    #expect(throws: RasterFailure.self) {
      _ = try rasterizer.pdf(of: Array(text.utf8))
    }
  }
}

@Test func `Other files are never read`() throws {
  func picture(_ inside: String) -> [UInt8] {
    let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\">"
    return Array("\(start)\(inside)</svg>".utf8)
  }
  let rasterizer = try Rasterizer()
  let blank = try rasterizer.png(of: picture(""), scale: 1)
  let image = "<image href=\"file:///usr/share/pixmaps/debian-logo.png\" width=\"8\" height=\"8\"/>"
  let other = try rasterizer.png(of: picture(image), scale: 1)
  #expect(other == blank)
}

@Test func `A library that is missing is named with its Debian package`() {
  var names = Rasterizer.Names()
  names.rsvg = "librsvg-of-nowhere.so.2"
  let missing = RasterFailure.missingLibrary(
    name: "librsvg-of-nowhere.so.2", package: "librsvg2-2")
  #expect(throws: missing) { _ = try Rasterizer(names) }
  #expect(missing.description.contains("apt-get install librsvg2-2"))
}

@Test func `A library without the functions is said to be too old`() {
  var names = Rasterizer.Names()
  names.rsvg = "libz.so.1"
  #expect(
    throws: RasterFailure.missingFunction(name: "rsvg_handle_new_from_data", library: "libz.so.1")
  ) { _ = try Rasterizer(names) }
}

@Test func `Frames become one file that shows each of them`() throws {
  func frame(_ x: Int) -> (svg: [UInt8], milliseconds: Int) {
    let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"10\">"
    let rects = "<rect width=\"30\" height=\"10\" fill=\"#fff\"/><rect x=\"\(x)\" width=\"4\" "
    return (Array("\(start)\(rects)height=\"4\" fill=\"#00f\"/></svg>".utf8), 100)
  }
  let frames = [frame(0), frame(8), frame(8), frame(20)]
  let rasterizer = try Rasterizer()
  let gifFile = try rasterizer.animation(of: frames, scale: 2, as: .gif)
  let apngFile = try rasterizer.animation(of: frames, scale: 2, as: .apng)
  let gif = try #require(DecodedGIF(gifFile))
  let apng = try #require(DecodedPNG(apngFile))
  #expect(gif.frames.map(\.hundredths) == [10, 20, 10])
  #expect(apng.frames.map(\.milliseconds) == [100, 200, 100])
  #expect((gif.width, apng.width) == (60, 60))
  #expect(gif.frames.last?.pixels[41] == [0, 0, 255])
  #expect(gif.frames.last?.pixels[0] == [255, 255, 255])
}
