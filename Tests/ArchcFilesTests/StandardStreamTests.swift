import ArchTestSupport
import Glibc
import Testing

@testable import archc

@Test func `A full disk is reported, not swallowed`() throws {
  let file = try OpenFile("/dev/full", O_WRONLY)
  #expect(throws: SystemError(ENOSPC)) { try writeAll([1, 2, 3], to: file.descriptor) }
}

@Test func `A closed descriptor is reported`() {
  #expect(throws: SystemError(EBADF)) { try writeAll([1], to: -1) }
  #expect(throws: SystemError(EBADF)) { _ = try readAll(-1, limit: 1) }
}

@Test func `A pipe that is not ready is waited for, not given up`() async throws {
  var ends: [Int32] = [0, 0]
  #expect(pipe(&ends) == 0)
  for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  let (reader, writer) = (ends[0], ends[1])
  let sent = (0..<300_000).map { UInt8($0 % 251) }
  async let received = readInBackground(reader, limit: sent.count)
  try writeAll(sent, to: writer)
  close(writer)
  #expect(try await received == sent)
  close(reader)
}

private func readInBackground(_ descriptor: Int32, limit: Int) async throws -> [UInt8]? {
  try await Task.detached { try readAll(descriptor, limit: limit) }.value
}

@Test func `Input above the limit is not taken`() throws {
  let file = try OpenFile("/dev/zero", O_RDONLY)
  #expect(try readAll(file.descriptor, limit: 1_000_000) == nil)
}
