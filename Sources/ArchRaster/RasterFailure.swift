/// Why a picture could not be drawn in pixels or on a page.
package enum RasterFailure: Error, Equatable, CustomStringConvertible {
  /// A library that is loaded when it is needed is not on this machine, nor where Debian's package
  /// of it would have put it.
  case missingLibrary(name: String, package: String)
  /// A library is there, but so old that it lacks a function.
  case missingFunction(name: String, library: String)
  /// The picture has more pixels than memory is spent on.
  case tooLarge(width: Int, height: Int)
  /// An animation has more pictures than time is spent on.
  case tooManyFrames(Int, limit: Int)
  /// The pictures of an animation have more pixels together than memory is spent on.
  case tooMuchMotion
  /// The library said no; its words.
  case refused(String)

  /// Why, in words that go behind "cannot draw 'shop.arch': ".
  package var description: String {
    switch self {
    case .missingLibrary(let name, let package):
      "\(name) is not installed; Debian has it in the package \(package) "
        + "(apt-get install \(package))"
    case .missingFunction(let name, let library):
      "\(library) is too old: it has no \(name)"
    case .tooLarge(let width, let height):
      "\(width) × \(height) pixels are too many; at most 100 million are drawn, and 32767 on a "
        + "side, so choose a smaller --scale"
    case .tooManyFrames(let count, let limit):
      "it would make \(count) frames, and \(limit) is the most; name a smaller --fps, or one --flow"
    case .tooMuchMotion:
      "its frames change more than 100 million pixels; choose a smaller --scale, or a single flow"
    case .refused(let words): words
    }
  }
}
