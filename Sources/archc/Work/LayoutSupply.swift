import ArchLayout
import ArchModel
import ArchScene

/// Starts layouts in processes that got ready before there was anything to lay out.
final class LayoutSupply {
  /// A layout under way, or why there is none.
  typealias Layout = Result<ModelLayout, LayoutFailure>

  private let limits: LayoutLimits
  private var ready: LayoutProcess?
  /// How many diagrams there are that may have a picture.
  var inputCount = 1
  private var startedCount = 0

  init(limits: LayoutLimits) { self.limits = limits }

  /// Starts the process for the next layout.
  func makeReady() { ready = LayoutWorker.graphviz.start(limits) }

  /// Starts the layout of a model, and the process for another one if there are diagrams left.
  func start(_ model: Model, theme: Theme?) -> Layout {
    let process = ready
    ready = nil
    let layout = Layout { () throws(LayoutFailure) in
      try ModelLayout(of: model, theme: theme, limits: limits, process: process)
    }
    startedCount += 1
    if startedCount < inputCount { makeReady() }
    return layout
  }
}
