import ArchTestSupport
import Glibc
import Testing

@testable import archc

/// Counts system calls and lets one of them, or all from that one on, fail.
private final class FaultyCalls {
  private var calls = 0
  private let failing: Int
  private let code: Int32
  private let isPersistent: Bool
  private(set) var isRenamed = false

  init(failing: Int, code: Int32, isPersistent: Bool) {
    self.failing = failing
    self.code = code
    self.isPersistent = isPersistent
  }

  /// Whether the call that should fail was reached.
  var hasFailed: Bool { calls >= failing }

  private func fails() -> Bool {
    calls += 1
    let fails = isPersistent ? calls >= failing : calls == failing
    if fails { errno = code }
    return fails
  }

  var table: WriteCalls {
    let real = WriteCalls.system
    return WriteCalls(
      open: { self.fails() ? -1 : real.open($0, $1, $2) },
      // Three bytes at a time: a short write is no failure, and there are more calls to let fail.
      write: { self.fails() ? -1 : real.write($0, $1, min($2, 3)) },
      changeMode: { self.fails() ? -1 : real.changeMode($0, $1) },
      synchronize: { self.fails() ? -1 : real.synchronize($0) },
      close: { descriptor in
        let result = real.close(descriptor)
        return self.fails() ? -1 : result
      },
      rename: { from, to in
        if self.fails() { return -1 }
        self.isRenamed = true
        return real.rename(from, to)
      })
  }
}

@Test(arguments: [ENOSPC, EIO, EDQUOT, EFBIG], [true, false])
func `Whichever call fails, the old file is whole and nothing is left beside it`(
  code: Int32, isPersistent: Bool
) throws {
  try withTemporaryFolder { folder in
    let path = folder + "/out.svg"
    for hasOld in [true, false] {
      var failures = 0
      for failing in 1... {
        unlink(path)
        if hasOld { try makeFile(path, "old content") }
        let calls = FaultyCalls(failing: failing, code: code, isPersistent: isPersistent)
        let failure = try outcome {
          try writeAtomically(Array("new content".utf8), to: path, calls: calls.table)
        }
        if !calls.hasFailed { break }
        failures += 1
        let text = calls.isRenamed ? "new content" : hasOld ? "old content" : nil
        #expect((try? textOfFile(path)) == text)
        #expect(try namesInFolder(folder) == (text == nil ? [] : ["out.svg"]))
        if !calls.isRenamed {
          #expect(failure == FileFailure(.write, path, .system(code)))
        }
      }
      #expect(failures >= (hasOld ? 8 : 6))
    }
  }
}

@Test func `A signal in between is no failure`() throws {
  try withTemporaryFolder { folder in
    let path = folder + "/out.svg"
    for failing in 1... {
      try makeFile(path, "old content")
      let calls = FaultyCalls(failing: failing, code: EINTR, isPersistent: false)
      let failure = try outcome {
        try writeAtomically(Array("new content".utf8), to: path, calls: calls.table)
      }
      if !calls.hasFailed { break }
      // Neither fchmod nor rename is interrupted on Linux; were they, the old file would stay.
      let text = try textOfFile(path)
      #expect(failure == nil || text == "old content")
      #expect(try namesInFolder(folder) == ["out.svg"])
    }
    #expect(try textOfFile(path) == "new content")
  }
}

/// The failure a call throws, or nil when it throws none.
private func outcome(_ body: () throws -> Void) throws -> FileFailure? {
  do {
    try body()
    return nil
  } catch let failure as FileFailure {
    return failure
  }
}

@Test func `The bytes are on the disk before they take the place of others`() throws {
  try withTemporaryFolder { folder in
    var trace: [String] = []
    let real = WriteCalls.system
    var calls = real
    calls.synchronize = { descriptor in
      trace.append("synchronize")
      return real.synchronize(descriptor)
    }
    calls.rename = { from, to in
      trace.append("rename")
      return real.rename(from, to)
    }
    try writeAtomically([1], to: folder + "/out.svg", calls: calls)
    #expect(trace == ["rename"])
    try writeAtomically([2], to: folder + "/out.svg", calls: calls)
    #expect(trace == ["rename", "synchronize", "rename"])
  }
}
