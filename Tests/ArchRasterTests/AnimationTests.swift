import ArchRaster
import Testing

/// A generator of numbers that are the same on every run (xorshift).
private struct Noise: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// zlib's format without any compression.
private func stored(_ bytes: [UInt8]) -> [UInt8] {
  var data: [UInt8] = [0x78, 0x01]
  for start in stride(from: 0, to: max(bytes.count, 1), by: 65535) {
    let part = bytes[start..<min(start + 65535, bytes.count)]
    let (low, high) = (UInt8(part.count & 255), UInt8(part.count >> 8))
    data += [start + 65535 >= bytes.count ? 1 : 0, low, high, ~low, ~high] as [UInt8]
    data += part
  }
  var (a, b) = (UInt32(1), UInt32(0))
  for byte in bytes {
    a = (a + UInt32(byte)) % 65521
    b = (b + a) % 65521
  }
  let sum = b << 16 | a
  return data + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
}

/// Images of random rectangles in some number of colours, each a small change of the last.
private func images(
  count: Int, width: Int, height: Int, colors: Int, seed: UInt64
) -> [RasterImage] {
  var noise = Noise(state: seed)
  let palette: [[UInt8]] = (0..<colors).map { index in
    let (low, high) = (UInt8(index % 16), UInt8(index / 16 % 16))
    return [low * 16, high * 16, 0, 255]
  }
  var pixels = [[UInt8]](repeating: palette[0], count: width * height)
  return (0..<count).map { index in
    for _ in 0..<(index == 0 ? 200 : 3) {
      let (x, y) = (
        Int.random(in: 0..<width, using: &noise), Int.random(in: 0..<height, using: &noise)
      )
      let color = palette.randomElement(using: &noise) ?? palette[0]
      for row in y..<min(y + 4, height) {
        for column in x..<min(x + 6, width) { pixels[row * width + column] = color }
      }
    }
    return RasterImage(width: width, height: height, pixels: pixels.flatMap { $0 })
  }
}

private func animation(_ images: [RasterImage], milliseconds: Int) throws -> Animation {
  var animation = Animation()
  for image in images { try animation.append(image, milliseconds: milliseconds) }
  return animation
}

private func opaque(_ image: RasterImage) -> [[UInt8]?] {
  stride(from: 0, to: image.pixels.count, by: 4).map { Array(image.pixels[$0..<$0 + 3]) }
}

@Test(arguments: [(1, 1), (3, 7), (40, 30), (101, 67)])
func `An APNG shows every picture, for as long as it should, for ever`(
  width: Int, height: Int
) throws {
  let images = images(count: 6, width: width, height: height, colors: 40, seed: 7)
  let file = try animation(images, milliseconds: 70).apng(compress: stored)
  let decoded = try #require(DecodedPNG(file))
  #expect((decoded.width, decoded.height, decoded.loops) == (width, height, 0))
  #expect(decoded.frames.reduce(0) { $0 + $1.milliseconds } == 420)
  var shown: [[UInt8]] = []
  for image in images where image.pixels != shown.last { shown.append(image.pixels) }
  #expect(decoded.frames.map(\.pixels) == shown)
}

@Test(arguments: [(1, 1, 2), (3, 7, 3), (40, 30, 255), (101, 67, 200), (200, 150, 16)])
func `A GIF of at most 255 colours shows every picture exactly`(
  width: Int, height: Int, colors: Int
) throws {
  let images = images(count: 6, width: width, height: height, colors: colors, seed: 5)
  let file = try animation(images, milliseconds: 70).gif()
  let decoded = try #require(DecodedGIF(file))
  #expect((decoded.width, decoded.height, decoded.loopsForever) == (width, height, true))
  #expect(decoded.frames.reduce(0) { $0 + $1.hundredths } == 42)
  var shown: [[[UInt8]?]] = []
  for image in images where opaque(image) != shown.last { shown.append(opaque(image)) }
  #expect(decoded.frames.map(\.pixels) == shown)
}

@Test func `A GIF of noise, which no table of strings can hold, is read back`() throws {
  var noise = Noise(state: 3)
  let pixels = (0..<150 * 150).flatMap { _ -> [UInt8] in
    let level = UInt8.random(in: 0..<63, using: &noise) * 4
    return [level, level, 0, 255]
  }
  let image = RasterImage(width: 150, height: 150, pixels: pixels)
  let file = try animation([image], milliseconds: 10).gif()
  let decoded = try #require(DecodedGIF(file))
  #expect(decoded.frames.first?.pixels == opaque(image))
}

@Test func `A GIF of thousands of colours keeps the commonest and comes near the others`() throws {
  var pixels: [UInt8] = []
  for row in 0..<100 {
    for column in 0..<100 {
      let soft: [UInt8] = [UInt8(row * 2), UInt8(column * 2), 90, 255]
      pixels += row < 60 ? [251, 252, 253, 255] : soft
    }
  }
  let image = RasterImage(width: 100, height: 100, pixels: pixels)
  let file = try animation([image], milliseconds: 10).gif()
  let decoded = try #require(DecodedGIF(file))
  let shown = try #require(decoded.frames.first).pixels
  for (index, pixel) in shown.enumerated() {
    let pixel = try #require(pixel)
    let limit = index < 6000 ? 0 : 24
    for channel in 0..<3 {
      #expect(abs(Int(pixel[channel]) - Int(pixels[index * 4 + channel])) <= limit)
    }
  }
}

@Test func `Transparent corners of a GIF stay so, and what becomes transparent turns white`() throws
{
  let clear: [UInt8] = [0, 0, 0, 0]
  let red: [UInt8] = [255, 0, 0, 255]
  let half: [UInt8] = [0, 0, 0, 200]
  let first = RasterImage(width: 2, height: 2, pixels: clear + red + half + red)
  let second = RasterImage(width: 2, height: 2, pixels: clear + clear + half + red)
  let file = try animation([first, second], milliseconds: 10).gif()
  let decoded = try #require(DecodedGIF(file))
  #expect(decoded.frames.first?.pixels == [nil, [255, 0, 0], [55, 55, 55], [255, 0, 0]])
  #expect(decoded.frames.last?.pixels == [nil, [255, 255, 255], [55, 55, 55], [255, 0, 0]])
}

@Test func `Pictures that do not change make the last one stay longer, and cost nothing`() throws {
  let image = images(count: 1, width: 20, height: 20, colors: 9, seed: 1)[0]
  let once = try animation([image], milliseconds: 3000)
  let thrice = try animation([image, image, image], milliseconds: 1000)
  #expect(thrice.gif() == once.gif())
}

@Test func `Thirds of a hundredth of a second add up`() throws {
  let images = images(count: 30, width: 30, height: 30, colors: 9, seed: 2)
  let file = try animation(images, milliseconds: 33).gif()
  let decoded = try #require(DecodedGIF(file))
  #expect(decoded.frames.reduce(0) { $0 + $1.hundredths } == 99)
}
