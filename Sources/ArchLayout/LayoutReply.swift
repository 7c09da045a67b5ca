import ArchScene
import CLayoutWorker

/// What a worker answered, read as a stranger's words: nothing in it is believed before it is
/// checked.
///
/// Coordinates are px with y downward, moved by nothing yet. See `archc_graphviz_body` for the
/// bytes.
struct LayoutReply {
  /// One for each node of the plan, label nodes included.
  private(set) var centers: [Point] = []
  /// One for each cluster.
  private(set) var clusterFrames: [Rect] = []

  /// Reads a reply to a plan; says what is wrong with it otherwise.
  init(_ bytes: [UInt8], to plan: LayoutPlan) throws(LayoutFailure.Ending) {
    var words = Words(bytes)
    let counts = [plan.nodes.count, plan.clusters.count]
    guard try words.next() == ARCHC_REPLY_MAGIC else { throw .answeredNonsense("first word") }
    for count in counts where try words.next() != UInt64(count) {
      throw .answeredNonsense("counts")
    }
    for _ in plan.nodes { centers.append(try words.point()) }
    for _ in plan.clusters {
      let (first, second) = (try words.point(), try words.point())
      guard first.x <= second.x, second.y <= first.y else { throw .answeredNonsense("group") }
      clusterFrames.append(
        Rect(x: first.x, y: second.y, width: second.x - first.x, height: first.y - second.y))
    }
    guard words.isAtEnd else { throw .answeredNonsense("too long") }
  }
}

/// Takes 8-byte words off a reply.
private struct Words {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func next() throws(LayoutFailure.Ending) -> UInt64 {
    guard bytes.count - position >= 8 else { throw .answeredNonsense("too short") }
    defer { position += 8 }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
  }

  /// A length that a picture can have: 20,000 boxes in a row stay far below ten million px.
  private mutating func length() throws(LayoutFailure.Ending) -> Double {
    let value = Double(bitPattern: try next())
    guard value.isFinite, abs(value) < 1e7 else { throw .answeredNonsense("coordinate") }
    return value
  }

  mutating func point() throws(LayoutFailure.Ending) -> Point {
    let x = try length()
    return Point(x: x, y: -(try length()))
  }
}
