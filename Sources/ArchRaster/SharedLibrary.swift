import Glibc

/// A library that is loaded when it is first needed, so that nothing is linked and no start of the
/// program pays for it.
struct SharedLibrary {
  private let handle: UnsafeMutableRawPointer
  private let name: String

  /// Loads a library by its file name.
  ///
  /// - Parameter package: the Debian package that brings it.
  init(_ name: String, package: String) throws(RasterFailure) {
    guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
      throw .missingLibrary(name: name, package: package)
    }
    self.handle = handle
    self.name = name
  }

  /// Finds a function of the library, or of one that it depends on.
  ///
  /// - Parameter type: the type of the function in C, which must be that of its header.
  func function<Function>(_ symbol: String, as type: Function.Type) throws(RasterFailure)
    -> Function
  {
    guard let address = dlsym(handle, symbol) else {
      throw .missingFunction(name: symbol, library: name)
    }
    return unsafeBitCast(address, to: type)
  }
}
