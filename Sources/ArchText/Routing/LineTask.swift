import ArchScene

/// One line that is to be drawn.
struct LineTask {
  /// The index of the edge in the scene.
  var edge: Int
  var source: CellRect
  var target: CellRect
  /// The same number for the same box, to know lines that may share a stretch.
  var sourceKey: Int32
  var targetKey: Int32
  var stroke: Stroke
  var hasSourceHead: Bool
  var hasTargetHead: Bool
  /// Whether the line runs inside its source, a group around the target; or the other way about.
  var isInsideSource: Bool
  var isInsideTarget: Bool
  /// The group that the end of the line runs in; the number of groups for the top.
  var targetGroup: Int
  /// The groups whose borders it may cross.
  var crossable: [Int]

  var isLoop: Bool { sourceKey == targetKey }

  /// Whether lines of this kind may leave their box or reach it as one.
  ///
  /// Only an arrowhead at the far end tells a reader where a shared stretch leads.
  var isMergeable: Bool { hasTargetHead && !hasSourceHead && !isLoop }
}
