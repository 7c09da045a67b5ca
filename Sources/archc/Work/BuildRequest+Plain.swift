extension BuildRequest {
  /// Reads the arguments of `archc build` where they are nothing but paths, `-o` and `--format`;
  /// nil for any others, which are the argument parser's to understand or to refuse.
  ///
  /// Editors and build systems run `archc build shop.arch -o shop.svg` all day. The argument parser
  /// finds its options by reflection, which takes 2 ms: as long as compiling a small diagram.
  init?(plain arguments: some Collection<String>) {
    guard arguments.first == "build" else { return nil }
    var format: PictureFormat?
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "-o", "--output":
        guard output == nil, let value = rest.popFirst(), Self.isPlain(value) else { return nil }
        output = value
      case "--format":
        guard format == nil, let value = rest.popFirst().flatMap(PictureFormat.init) else {
          return nil
        }
        format = value
      default:
        guard Self.isPlain(argument) else { return nil }
        paths.append(argument)
      }
    }
    self.format = format ?? self.format
  }

  /// Whether an argument is a path or `-`, and no option.
  private static func isPlain(_ argument: String) -> Bool {
    argument == "-" || !argument.isEmpty && argument.utf8.first != UInt8(ascii: "-")
  }
}
