import ArchTestSupport
import Testing

/// What holds for the picture of every example.
struct PictureTests {
  @Test func `Every example is drawn without a line through a box or upon another`() throws {
    try withProject([:]) { project in
      let drawn = try project.run(
        "build", "\(repositoryFolder)/Examples", "--format", "json", "-o", project.path("out"))
      #expect(drawn.code == 0)
      let names = try project.names().filter { $0.hasSuffix(".json") }
      #expect(names.count >= 40)
      for name in names {
        let picture = try Picture(JSON(Array((project.text(name) ?? "").utf8)))
        for problem in picture.problems { Issue.record("\(name): \(problem)") }
      }
    }
  }
}

/// Boxes and lines of a laid-out scene, as `--format json` tells them.
private struct Picture {
  struct Frame {
    var left, top, right, bottom: Double
  }

  /// A straight piece of an edge.
  struct Piece {
    var edge: String
    var x, y: ClosedRange<Double>
  }

  private var boxes: [(id: String, frame: Frame)] = []
  private var pieces: [Piece] = []
  private var ends: [String: Set<String>] = [:]

  init(_ scene: JSON) throws {
    for node in scene["nodes"].items {
      let (x, y) = (try #require(node["x"].number), try #require(node["y"].number))
      let frame = Frame(
        left: x, top: y, right: x + (node["width"].number ?? 0),
        bottom: y + (node["height"].number ?? 0))
      boxes.append((try #require(node["id"].text), frame))
    }
    for edge in scene["edges"].items {
      let id = try #require(edge["id"].text)
      ends[id] = Set([edge["source"].text, edge["target"].text].compactMap(\.self))
      let points = edge["points"].items.map { $0.items.compactMap(\.number) }
      for (from, to) in zip(points, points.dropFirst()) {
        pieces.append(
          Piece(
            edge: id, x: min(from[0], to[0])...max(from[0], to[0]),
            y: min(from[1], to[1])...max(from[1], to[1])))
      }
    }
  }

  var problems: [String] {
    pieces.filter { $0.x.length > 0 && $0.y.length > 0 }.map { "\($0.edge) runs askew" }
      + pieces.flatMap { piece in
        boxes.filter { ends[piece.edge]?.contains($0.id) == false && piece.crosses($0.frame) }
          .map { "\(piece.edge) runs through \($0.id)" }
      } + overlaps
  }

  private var overlaps: [String] {
    pieces.indices.flatMap { index in
      pieces[..<index].filter { pieces[index].liesUpon($0) }
        .map { "\(pieces[index].edge) runs upon \($0.edge)" }
    }
  }
}

extension Picture.Piece {
  fileprivate func crosses(_ frame: Picture.Frame) -> Bool {
    x.lowerBound < frame.right - 1 && frame.left + 1 < x.upperBound + 0.01
      && y.lowerBound < frame.bottom - 1 && frame.top + 1 < y.upperBound + 0.01
  }

  /// Whether two pieces of different edges cover one another for more than a few px.
  fileprivate func liesUpon(_ other: Picture.Piece) -> Bool {
    guard edge != other.edge else { return false }
    let isUpright =
      x.length == 0 && other.x.length == 0 && abs(x.lowerBound - other.x.lowerBound) < 2
    let isLevel = y.length == 0 && other.y.length == 0 && abs(y.lowerBound - other.y.lowerBound) < 2
    return isUpright && y.clamped(to: other.y).length > 4
      || isLevel && x.clamped(to: other.x).length > 4
  }
}

extension ClosedRange<Double> {
  fileprivate var length: Double { upperBound - lowerBound }
}
