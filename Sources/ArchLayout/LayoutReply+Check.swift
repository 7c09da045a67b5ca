import ArchScene
import CLayoutWorker

extension LayoutReply {
  /// Boxes may touch by so many px, because Graphviz rounds.
  private static let tolerance = 1.0

  /// Throws when boxes overlap or leave the clusters they stand in.
  func check(_ plan: LayoutPlan) throws(LayoutFailure.Ending) {
    var index = RectIndex()
    for (position, node) in plan.nodes.enumerated() {
      let frame = frame(ofNode: position, plan).insetBy(Self.tolerance)
      guard !index.overlaps(frame) else { throw .answeredNonsense("boxes overlap") }
      index.insert(frame)
      guard node.cluster < 0 || clusterFrames[Int(node.cluster)].contains(frame) else {
        throw .answeredNonsense("box outside its group")
      }
    }
    for (position, cluster) in plan.clusters.enumerated() where cluster.parent >= 0 {
      let frame = clusterFrames[position].insetBy(Self.tolerance)
      guard clusterFrames[Int(cluster.parent)].contains(frame) else {
        throw .answeredNonsense("group outside its group")
      }
    }
  }

  /// The frame of a node of the plan.
  func frame(ofNode index: Int, _ plan: LayoutPlan) -> Rect {
    let node = plan.nodes[index]
    return Rect(center: centers[index], size: Size(width: node.width, height: node.height))
  }
}
