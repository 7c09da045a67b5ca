/// The functions of cairo that draw on pixels and on pages, as its headers declare them.
///
/// Source: cairo.h and cairo-pdf.h of cairo 1.16.
struct Cairo: Sendable {
  /// Receives bytes of a stream: its owner, the bytes and their number; returns 0.
  typealias Write =
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32
    ) -> Int32

  typealias CreateImage =
    @convention(c) @Sendable (
      UnsafeMutablePointer<UInt8>?, Int32, Int32, Int32, Int32
    ) -> OpaquePointer?
  typealias CreatePDF =
    @convention(c) @Sendable (
      Write?, UnsafeMutableRawPointer?, Double, Double
    ) -> OpaquePointer?
  typealias SetMetadata =
    @convention(c) @Sendable (
      OpaquePointer?, Int32, UnsafePointer<CChar>?
    ) -> Void
  typealias Create = @convention(c) @Sendable (OpaquePointer?) -> OpaquePointer?
  typealias Status = @convention(c) @Sendable (OpaquePointer?) -> Int32
  typealias Use = @convention(c) @Sendable (OpaquePointer?) -> Void

  let createImage: CreateImage
  let createPDF: CreatePDF
  let setPDFMetadata: SetMetadata
  let surfaceStatus: Status
  let finishSurface: Use
  let destroySurface: Use
  let create: Create
  let status: Status
  let destroy: Use

  /// The pixel format of 32 bits: blue, green, red, alpha in memory, colours multiplied by alpha.
  static let argb32: Int32 = 0
  /// The keys of a document's facts.
  static let pdfTitle: Int32 = 0
  static let pdfCreationDate: Int32 = 5

  init(_ library: SharedLibrary) throws(RasterFailure) {
    createImage = try library.function(
      "cairo_image_surface_create_for_data", as: CreateImage.self)
    createPDF = try library.function("cairo_pdf_surface_create_for_stream", as: CreatePDF.self)
    setPDFMetadata = try library.function("cairo_pdf_surface_set_metadata", as: SetMetadata.self)
    surfaceStatus = try library.function("cairo_surface_status", as: Status.self)
    finishSurface = try library.function("cairo_surface_finish", as: Use.self)
    destroySurface = try library.function("cairo_surface_destroy", as: Use.self)
    create = try library.function("cairo_create", as: Create.self)
    status = try library.function("cairo_status", as: Status.self)
    destroy = try library.function("cairo_destroy", as: Use.self)
  }
}
