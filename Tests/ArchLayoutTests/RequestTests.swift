import CLayoutWorker
import Testing

/// What a worker reads is checked before it is believed.
struct RequestTests {
  /// Two boxes in a group within a group, an edge between them, and a row of both.
  private static let nodes = [
    archc_layout_node(width: 100, height: 30, cluster: 1),
    archc_layout_node(width: 100, height: 30, cluster: -1),
  ]
  private static let clusters = [
    archc_layout_cluster(parent: -1, title_width: 80, title_height: 20),
    archc_layout_cluster(parent: 0, title_width: 80, title_height: 20),
  ]
  private static let edges = [
    archc_layout_edge(tail: 0, head: 1, minimum_length: 1, weight: 1, is_constraint: true)
  ]
  private static let members = [
    archc_layout_row_member(node: 0, row: 0, is_ordered: true),
    archc_layout_row_member(node: 1, row: 0, is_ordered: true),
  ]

  private func header() -> archc_layout_header {
    var header = archc_layout_header()
    header.node_count = UInt64(Self.nodes.count)
    header.cluster_count = UInt64(Self.clusters.count)
    header.edge_count = UInt64(Self.edges.count)
    header.row_member_count = UInt64(Self.members.count)
    return header
  }

  private func request(
    _ header: archc_layout_header, nodes: [archc_layout_node] = nodes,
    clusters: [archc_layout_cluster] = clusters, edges: [archc_layout_edge] = edges,
    members: [archc_layout_row_member] = members
  ) -> [UInt8] {
    var bytes = withUnsafeBytes(of: header) { Array($0) }
    nodes.withUnsafeBytes { bytes += $0 }
    clusters.withUnsafeBytes { bytes += $0 }
    edges.withUnsafeBytes { bytes += $0 }
    members.withUnsafeBytes { bytes += $0 }
    return bytes
  }

  private func isRead(_ request: [UInt8]) -> Bool {
    var graph = archc_layout_graph()
    return request.withUnsafeBytes { archc_layout_graph_read($0.baseAddress, $0.count, &graph) }
  }

  @Test func `A request is read when it is whole, and never when bytes are missing or left`() {
    let whole = request(header())
    #expect(isRead(whole))
    for length in 0..<whole.count { #expect(!isRead(Array(whole[..<length]))) }
    #expect(!isRead(whole + [0]))
  }

  @Test func `A request whose counts are not those of its arrays is refused`() {
    for keyPath in [
      \archc_layout_header.node_count, \.cluster_count, \.edge_count, \.row_member_count,
    ] {
      for count: UInt64 in [0, 3, 1 << 61, .max / 24, .max] {
        var header = header()
        header[keyPath: keyPath] = count
        #expect(!isRead(request(header)))
      }
    }
  }

  @Test func `A request with an index of nothing is refused`() {
    for index: Int32 in [-2, 2, .max, .min] {
      var (nodes, clusters, edges) = (Self.nodes, Self.clusters, Self.edges)
      nodes[1].cluster = index
      #expect(!isRead(request(header(), nodes: nodes)))
      clusters[1].parent = index
      #expect(!isRead(request(header(), clusters: clusters)))
      edges[0].tail = index
      #expect(!isRead(request(header(), edges: edges)))
      edges = Self.edges
      edges[0].head = index
      #expect(!isRead(request(header(), edges: edges)))
      var members = Self.members
      members[1].node = index
      #expect(!isRead(request(header(), members: members)))
    }
    var clusters = Self.clusters
    clusters[1].parent = 1
    #expect(!isRead(request(header(), clusters: clusters)))
    var header = header()
    header.direction = 4
    #expect(!isRead(request(header)))
  }
}
