/// A path without the `./` it may begin with: the form in which CI services know a file.
func relativePath(_ path: String) -> String {
  var rest = path[...]
  while rest.hasPrefix("./") {
    rest = rest.dropFirst(2).drop { $0 == "/" }
  }
  return rest.isEmpty ? path : String(rest)
}
