/// The functions of zlib that compress, as its header declares them.
///
/// Source: zlib.h of zlib 1.2; librsvg itself needs the library, so it is there whenever that is.
struct Zlib: Sendable {
  typealias Compress =
    @convention(c) @Sendable (
      UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt>?, UnsafePointer<UInt8>?, UInt, Int32
    ) -> Int32
  typealias Bound = @convention(c) @Sendable (UInt) -> UInt

  private let compress: Compress
  private let bound: Bound

  init(_ library: SharedLibrary) throws(RasterFailure) {
    compress = try library.function("compress2", as: Compress.self)
    bound = try library.function("compressBound", as: Bound.self)
  }

  /// Returns bytes in zlib's format (RFC 1950), as PNG wants them.
  func compressed(_ bytes: [UInt8]) throws(RasterFailure) -> [UInt8] {
    var status: Int32 = 0
    let result = [UInt8](unsafeUninitializedCapacity: Int(bound(UInt(bytes.count)))) {
      buffer, count in
      var length = UInt(buffer.count)
      status = compress(buffer.baseAddress, &length, bytes, UInt(bytes.count), 6)
      count = status == 0 ? Int(length) : 0
    }
    guard status == 0 else { throw .refused("zlib answers \(status)") }
    return result
  }
}
