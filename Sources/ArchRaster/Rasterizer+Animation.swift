extension Rasterizer {
  /// The files that hold an animation.
  package enum AnimationFormat: Sendable { case gif, apng }

  /// Draws pictures that follow one another, a number of pixels for each px, as one file that loops
  /// for ever.
  ///
  /// - Parameter frames: the pictures, of one size, and how long each of them stays.
  package func animation(
    of frames: some Sequence<(svg: [UInt8], milliseconds: Int)>, scale: Int,
    as format: AnimationFormat
  ) throws(RasterFailure) -> [UInt8] {
    var animation = Animation()
    for frame in frames {
      try animation.append(
        try image(of: frame.svg, scale: scale), milliseconds: frame.milliseconds)
    }
    switch format {
    case .gif: return animation.gif()
    case .apng: return try animation.apng(compress: zlib.compressed)
    }
  }
}
