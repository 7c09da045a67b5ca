/// Turns cairo's pixels into those of PNG, in place: from blue, green, red and alpha, with colours
/// multiplied by alpha, into red, green, blue and alpha, without.
func separateAlpha(_ pixels: UnsafeMutableBufferPointer<UInt8>) {
  var index = 0
  while index + 3 < pixels.count {
    let (blue, green, red) = (pixels[index], pixels[index + 1], pixels[index + 2])
    let alpha = pixels[index + 3]
    if alpha == 255 {
      pixels[index] = red
      pixels[index + 2] = blue
    } else if alpha > 0 {
      pixels[index] = divided(red, by: alpha)
      pixels[index + 1] = divided(green, by: alpha)
      pixels[index + 2] = divided(blue, by: alpha)
    }
    index += 4
  }
}

/// The colour that gave this one when it was multiplied by alpha, rounded to the nearest.
private func divided(_ color: UInt8, by alpha: UInt8) -> UInt8 {
  UInt8(min(255, (UInt32(color) * 255 + UInt32(alpha) / 2) / UInt32(alpha)))
}
