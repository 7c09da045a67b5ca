/// The version that `--version` prints and outputs depend on.
enum Version {
  static let current = "0.1.0"
}
