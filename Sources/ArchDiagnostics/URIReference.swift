/// A path as the URI reference that SARIF and others expect: bytes outside the unreserved set of
/// RFC 3986 are percent-encoded, slashes stay. An absolute path becomes a `file:` URI.
func uriReference(_ path: String) -> String {
  let encoded = path.utf8.map { byte -> String in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      return String(Unicode.Scalar(byte))
    default:
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }.joined()
  return path.utf8.first == UInt8(ascii: "/") ? "file://\(encoded)" : encoded
}
