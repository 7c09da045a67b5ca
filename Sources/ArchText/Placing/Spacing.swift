import ArchScene

/// The gaps between boxes, in cells along and across the way a picture reads.
struct Spacing {
  var direction: Direction
  /// How much wider than need be; grows when a line found no way.
  var extra = 0

  /// Whether ranks follow one another from column to column.
  var isSideways: Bool { direction.isHorizontal }

  /// Between two boxes of one rank.
  var betweenBoxes: Int { isSideways ? 1 + extra : 3 + 2 * extra }
  /// Between a line that passes a rank and its neighbours there.
  var besideLine: Int { isSideways ? (extra + 1) / 2 : 2 + extra }
  /// Between parts of a picture that nothing joins, if one follows another.
  var betweenShelves: Int { isSideways ? 3 + 2 * extra : 1 + extra }

  /// From a group's left or right border to what it holds.
  func sidePadding(isCrossed: Bool) -> Int { isCrossed ? 2 + extra : 1 }
  /// From a group's top or bottom border to what it holds.
  func heightPadding(isCrossed: Bool) -> Int { isCrossed ? 1 + extra / 2 : 0 }

  /// Between two ranks.
  ///
  /// - Parameters:
  ///   - tracks: how many lines run side by side across the way.
  ///   - label: the columns of the longest label between the ranks.
  ///   - rows: the rows of the highest.
  func betweenRanks(tracks: Int, label: Int, rows: Int) -> Int {
    let tracks = min(tracks, 12)
    if isSideways {
      let room = label > 0 ? label + max(4, 3 + 2 * tracks) : max(4, 2 + 2 * tracks)
      return room + 2 * extra
    }
    return max(2, 1 + tracks + rows) + extra
  }
}
