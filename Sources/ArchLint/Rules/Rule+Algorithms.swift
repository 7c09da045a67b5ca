extension Rule {
  /// The rules that need an algorithm over the whole graph, in order of name.
  static let algorithms: [Rule] = []
}
