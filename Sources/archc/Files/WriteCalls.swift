import Glibc

/// The system calls that replace a file, so that tests can let each of them fail in turn.
///
/// Each returns what the call of the same name returns and leaves its error in `errno`.
struct WriteCalls {
  var open: (_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32
  var write: (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int
  var changeMode: (_ descriptor: Int32, _ mode: mode_t) -> Int32
  var synchronize: (_ descriptor: Int32) -> Int32
  var close: (_ descriptor: Int32) -> Int32
  var rename: (_ from: String, _ to: String) -> Int32

  /// The real ones.
  static var system: WriteCalls {
    WriteCalls(
      open: { Glibc.open($0, $1, $2) },
      write: { Glibc.write($0, $1, $2) },
      changeMode: { fchmod($0, $1) },
      synchronize: { fsync($0) },
      close: { Glibc.close($0) },
      rename: { Glibc.rename($0, $1) })
  }
}
