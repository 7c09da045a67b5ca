import Glibc

/// Returns how many columns the terminal behind a descriptor has; nil where there is no terminal or
/// it does not say.
func terminalWidth(_ descriptor: Int32) -> Int? {
  guard isatty(descriptor) == 1 else { return nil }
  var size = winsize()
  let isKnown = withUnsafeMutablePointer(to: &size) {
    ioctl(descriptor, UInt(TIOCGWINSZ), $0) == 0
  }
  return isKnown && size.ws_col > 0 ? Int(size.ws_col) : nil
}
