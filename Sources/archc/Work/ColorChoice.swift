import ArgumentParser
import Glibc

/// When to write in colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether to write in colour to a descriptor.
  ///
  /// The option decides; then `NO_COLOR`, `CLICOLOR_FORCE` and `FORCE_COLOR` if set to anything but
  /// 0, then whether the descriptor is a terminal that knows colours.
  func isOn(for descriptor: Int32) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      if isSet("NO_COLOR") {
        false
      } else if isSet("CLICOLOR_FORCE") || isSet("FORCE_COLOR") {
        true
      } else {
        isatty(descriptor) == 1 && variable("TERM") != "dumb"
      }
    }
  }

  private func isSet(_ name: String) -> Bool {
    guard let value = variable(name) else { return false }
    return !value.isEmpty && value != "0"
  }

  private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
