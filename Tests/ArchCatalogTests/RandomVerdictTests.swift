import ArchCatalog
import ArchTestSupport
import Testing

private let keys = ["ada", "bob", "cyd", "dot"]
private let kinds = ["send", "load", "dns", "query"]

/// Four services that say this and that of each other.
private struct RandomCatalog {
  /// The lines of each service, in order of key.
  var lines: [[String]] = []

  init(using random: inout SplitMix64) {
    for _ in keys {
      var own = ["category = \(pick(["compute", "database", "storage", "generic"], &random))"]
      own.append("traits = [\(pick(["red", "blue", "red, blue"], &random)), connector]")
      own.append("attribute mode: one | two\(pick([" = one", " = two", ""], &random))")
      own.append("sends to red, blue as \(pick(kinds, &random)) where source.mode == nothing")
      if Bool.random(using: &random) { own.append("closed") }
      if Int.random(in: 0..<4, using: &random) == 0 { own.append("receives from nothing else") }
      for _ in 0..<Int.random(in: 0..<5, using: &random) { own.append(clause(&random)) }
      lines.append(own)
    }
  }

  /// The services in some order.
  func catalog(_ order: [Int]) -> OwnCatalog {
    OwnCatalog(
      order.map { "service \(keys[$0]) {\n\(lines[$0].joined(separator: "\n"))\n}\n" }.joined())
  }

  /// All edges there can be, of no kind and of each.
  static let edges = keys.flatMap { source in
    keys.flatMap { target in
      ([nil] + kinds).map { (source: source, target: target, kind: $0) }
    }
  }
}

private func pick(_ words: [String], _ random: inout SplitMix64) -> String {
  words.randomElement(using: &random) ?? ""
}

private func clause(_ random: inout SplitMix64) -> String {
  let verb = pick(["sends to", "receives from", "never sends to", "never receives from"], &random)
  let other = pick(keys + ["red", "blue", "anything"], &random)
  let kind = pick(["", " as send", " as load", " as dns"], &random)
  let condition = pick(
    ["", "", " where source.mode == one", " where target.mode != two"], &random)
  return "\(verb) \(other)\(kind)\(condition)"
}

private func forRandomCatalogs(
  _ count: Int = 150, _ body: (RandomCatalog, inout SplitMix64) throws -> Void
) rethrows {
  var random = SplitMix64(seed: 1905)
  for _ in 0..<count { try body(RandomCatalog(using: &random), &random) }
}

@Test func `Verdicts do not depend on the order of services`() throws {
  try forRandomCatalogs { random, generator in
    let sorted = random.catalog(Array(keys.indices))
    let shuffled = random.catalog(keys.indices.shuffled(using: &generator))
    for edge in RandomCatalog.edges {
      let verdicts = try [sorted, shuffled].map {
        try $0.verdict(edge.source, edge.target, kind: edge.kind)
      }
      #expect(verdicts[0] == verdicts[1], "\(edge) in \(random.lines)")
    }
  }
}

@Test func `To list one more service at an end refuses no edge that was allowed`() throws {
  try forRandomCatalogs { random, generator in
    let before = random.catalog(Array(keys.indices))
    let (source, target) = (pick(keys, &generator), pick(keys, &generator))
    var more = random
    let kind = pick(["send", "load", "dns"], &generator)
    if Bool.random(using: &generator), let index = keys.firstIndex(of: source) {
      more.lines[index].append("sends to \(target) as \(kind)")
    } else if let index = keys.firstIndex(of: target) {
      more.lines[index].append("receives from \(source) as \(kind)")
    }
    let after = more.catalog(Array(keys.indices))
    for stated in [nil] + kinds
    where try before.verdict(source, target, kind: stated) == "allowed" {
      #expect(
        try after.verdict(source, target, kind: stated) == "allowed",
        "\(source) -> \(target) \(stated ?? "") in \(more.lines)")
    }
  }
}

@Test func `To know less refuses no edge that was allowed`() throws {
  try forRandomCatalogs { random, _ in
    let known = random.catalog(Array(keys.indices))
    var less = random
    for index in less.lines.indices {
      less.lines[index] = less.lines[index].map {
        $0.hasPrefix("attribute mode") ? "attribute mode: one | two" : $0
      }
    }
    let unknown = less.catalog(Array(keys.indices))
    for edge in RandomCatalog.edges
    where try known.verdict(edge.source, edge.target, kind: edge.kind) == "allowed" {
      #expect(
        try unknown.verdict(edge.source, edge.target, kind: edge.kind) == "allowed",
        "\(edge) in \(random.lines)")
    }
  }
}

@Test func `Every step of a way round is an edge that a clause allows`() throws {
  var count = 0
  try forRandomCatalogs(25) { random, _ in
    let own = random.catalog(Array(keys.indices))
    let services = try keys.map(own.service)
    for source in services {
      for target in services where source.key != target.key {
        let ways = CatalogSnapshot(own.catalog).waysRound(from: source, to: target) {
          side, name in
          (side == .source ? source : target).attribute(name)?.defaultValue
        }
        for way in ways {
          let path = [source] + way.connectors + [target]
          #expect(Set(path.map(\.key)).count == path.count)
          for (left, right) in zip(path, path.dropFirst()) {
            #expect(try own.verdict(left.key, right.key) == "allowed")
            count += 1
          }
        }
      }
    }
  }
  #expect(count > 0)
}
