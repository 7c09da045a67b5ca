import ArchCatalog

/// A range of IPv4 addresses, as `10.0.0.0/16` has it. Bits behind the prefix count as zero.
struct AddressRange {
  let first: UInt32
  let last: UInt32
  /// As the text writes it.
  let text: String

  /// Reads a range; nil for anything else, such as IPv6.
  init?(_ text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let length = UInt32(halves[1]), length <= 32 else { return nil }
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard let byte = UInt8(part) else { return nil }
      address = address << 8 | UInt32(byte)
    }
    let hosts = length == 0 ? UInt32.max : (UInt32(1) << (32 - length)) - 1
    first = address & ~hosts
    last = address | hosts
    self.text = text
  }

  init?(_ value: Value?) {
    switch value {
    case .address(let text), .string(let text): self.init(text)
    default: return nil
    }
  }

  func contains(_ other: AddressRange) -> Bool { first <= other.first && other.last <= last }

  func overlaps(_ other: AddressRange) -> Bool { first <= other.last && other.first <= last }
}
