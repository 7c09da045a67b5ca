/// The functions of librsvg that read a picture and draw it, as its headers declare them.
///
/// Source: rsvg.h of librsvg 2.52, the first with all of them; gobject.h and gerror.h of GLib.
struct Rsvg: Sendable {
  /// The head of GLib's `GError`: a domain, a code and a message.
  struct Fault {
    var domain: UInt32
    var code: Int32
    var message: UnsafePointer<CChar>?
  }

  /// A rectangle in the units of the surface.
  struct Rectangle {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  typealias New =
    @convention(c) @Sendable (UnsafePointer<UInt8>?, UInt, UnsafeMutableRawPointer?)
    -> OpaquePointer?
  typealias IntrinsicSize =
    @convention(c) @Sendable (
      OpaquePointer?, UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?
    ) -> Int32
  typealias Render =
    @convention(c) @Sendable (
      OpaquePointer?, OpaquePointer?, UnsafeRawPointer?, UnsafeMutableRawPointer?
    ) -> Int32
  typealias Release = @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void

  let new: New
  let intrinsicSize: IntrinsicSize
  let render: Render
  let releaseObject: Release
  let releaseFault: Release

  init(_ library: SharedLibrary) throws(RasterFailure) {
    new = try library.function("rsvg_handle_new_from_data", as: New.self)
    intrinsicSize = try library.function(
      "rsvg_handle_get_intrinsic_size_in_pixels", as: IntrinsicSize.self)
    render = try library.function("rsvg_handle_render_document", as: Render.self)
    releaseObject = try library.function("g_object_unref", as: Release.self)
    releaseFault = try library.function("g_error_free", as: Release.self)
  }

  /// Calls a function that may leave a fault behind, and throws that fault's words where it
  /// answers nil.
  func answer<Value>(_ call: (UnsafeMutableRawPointer) -> Value?) throws(RasterFailure) -> Value {
    var fault: UnsafeMutablePointer<Fault>?
    let value = withUnsafeMutablePointer(to: &fault) { call(UnsafeMutableRawPointer($0)) }
    defer { if let fault { releaseFault(UnsafeMutableRawPointer(fault)) } }
    guard let value else {
      let words = fault?.pointee.message.map { String(cString: $0) }
      throw .refused("librsvg says: " + (words ?? "no reason"))
    }
    return value
  }
}
