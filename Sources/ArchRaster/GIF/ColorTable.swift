/// Up to 255 colours for an animation, and the nearest of them for every other.
///
/// Colours are counted in cubes of 4 × 4 × 4. The commonest cubes, which are what a diagram's
/// areas and lines are made of, each keep a colour of their own, exact where they hold but one;
/// the rest, mostly the soft edges of letters, share what is left by median cut (P. Heckbert,
/// "Color image quantization for frame buffer display", 1982).
struct ColorTable {
  /// A cube that occurs: how often, and the sums of its colours.
  private struct Cube {
    var key: Int
    var count: Int
    var red: Int
    var green: Int
    var blue: Int

    /// The value of a channel in sixty-fourths: 0 red, 1 green, 2 blue.
    func level(_ channel: Int) -> Int { (key >> (12 - 6 * channel)) & 63 }
  }

  /// Red, green and blue of each entry.
  private(set) var colors: [(red: UInt8, green: UInt8, blue: UInt8)] = []
  /// The entry of each cube; of those that occur, that is.
  private var entries: [UInt8]

  /// Chooses colours for the pixels of some images, as they are on white.
  init(for images: [RasterImage]) {
    entries = [UInt8](repeating: 0, count: 1 << 18)
    var cubes = Self.cubes(of: images)
    guard cubes.count > 255 else {
      for cube in cubes { add([cube]) }
      return
    }
    cubes.sort { ($0.count, $1.key) > ($1.count, $0.key) }
    for cube in cubes.prefix(96) { add([cube]) }
    for part in Self.parts(of: Array(cubes.dropFirst(96)), count: 255 - 96) { add(part) }
  }

  /// The entry for a colour.
  func entry(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    entries[Self.key(red, green, blue)]
  }

  private static func key(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int {
    Int(red >> 2) << 12 | Int(green >> 2) << 6 | Int(blue >> 2)
  }

  private static func cubes(of images: [RasterImage]) -> [Cube] {
    var all = (0..<1 << 18).map { Cube(key: $0, count: 0, red: 0, green: 0, blue: 0) }
    all.withUnsafeMutableBufferPointer { all in
      for image in images {
        image.pixels.withUnsafeBufferPointer { pixels in
          for index in stride(from: 0, to: pixels.count, by: 4) {
            let (red, green, blue) = flattened(pixels, index)
            let key = key(red, green, blue)
            all[key].count += 1
            all[key].red += Int(red)
            all[key].green += Int(green)
            all[key].blue += Int(blue)
          }
        }
      }
    }
    return all.filter { $0.count > 0 }
  }

  /// Cuts cubes into parts of similar colours: again and again the part whose widest channel,
  /// weighted by its pixels, is the widest of all, in the middle of its pixels.
  private static func parts(of cubes: [Cube], count: Int) -> [[Cube]] {
    var parts = [cubes]
    while parts.count < count {
      let widths = parts.map(spread)
      guard let widest = widths.indices.max(by: { widths[$0].weight < widths[$1].weight }),
        widths[widest].weight > 0
      else { break }
      let channel = widths[widest].channel
      let sorted = parts[widest].sorted {
        ($0.level(channel), $0.key) < ($1.level(channel), $1.key)
      }
      let cut = middle(of: sorted)
      parts[widest] = Array(sorted[..<cut])
      parts.append(Array(sorted[cut...]))
    }
    return parts
  }

  /// The channel in which a part is widest, and how much a cut there is worth; 0 for a single cube.
  private static func spread(_ part: [Cube]) -> (channel: Int, weight: Int) {
    let pixels = part.reduce(0) { $0 + $1.count }
    let widths = (0..<3).map { channel in
      let levels = part.map { $0.level(channel) }
      return (levels.max() ?? 0) - (levels.min() ?? 0)
    }
    let channel = (0..<3).max { widths[$0] < widths[$1] } ?? 0
    return (channel, widths[channel] * pixels)
  }

  /// The index that has half of the pixels before it, and a cube on either side.
  private static func middle(of cubes: [Cube]) -> Int {
    let half = cubes.reduce(0) { $0 + $1.count } / 2
    var before = 0
    let index = cubes.firstIndex { cube in
      before += cube.count
      return before > half
    }
    return min(max(index ?? 1, 1), cubes.count - 1)
  }

  /// Adds the average colour of some cubes.
  private mutating func add(_ cubes: [Cube]) {
    let count = cubes.reduce(0) { $0 + $1.count }
    guard count > 0 else { return }
    func average(_ channel: KeyPath<Cube, Int>) -> UInt8 {
      UInt8((cubes.reduce(0) { $0 + $1[keyPath: channel] } + count / 2) / count)
    }
    for cube in cubes { entries[cube.key] = UInt8(colors.count) }
    colors.append((average(\.red), average(\.green), average(\.blue)))
  }
}

/// The colour of the pixel at an index of some pixels, on a white ground where it is not quite
/// opaque.
func flattened(
  _ pixels: UnsafeBufferPointer<UInt8>, _ index: Int
) -> (red: UInt8, green: UInt8, blue: UInt8) {
  let alpha = UInt32(pixels[index + 3])
  if alpha == 255 { return (pixels[index], pixels[index + 1], pixels[index + 2]) }
  func mixed(_ color: UInt8) -> UInt8 {
    UInt8((UInt32(color) * alpha + 255 * (255 - alpha) + 127) / 255)
  }
  return (mixed(pixels[index]), mixed(pixels[index + 1]), mixed(pixels[index + 2]))
}
