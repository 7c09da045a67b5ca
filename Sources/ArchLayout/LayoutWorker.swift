import CLayoutWorker

/// What lays plans out in processes of their own, which may crash, hang or lie without harm.
package struct LayoutWorker: Sendable {
  /// What answers a request in such a process: it reads so many bytes, for which see
  /// `archc_layout_graph_read`, writes its reply to a file descriptor and returns an exit status.
  /// It must not touch the Swift runtime, so it is a C function.
  package typealias Body = @convention(c) (UnsafeRawPointer?, Int, Int32) -> Int32

  /// Makes the process ready before there is a request; returns whether that worked.
  package typealias Preparation = @convention(c) () -> Bool

  private let body: Body
  private let prepare: Preparation?

  /// Creates a worker with functions of the caller's own.
  package init(body: Body, prepare: Preparation? = nil) {
    self.body = body
    self.prepare = prepare
  }

  /// The real one.
  package static let graphviz = LayoutWorker(
    body: { archc_graphviz_body($0, $1, $2) }, prepare: { archc_graphviz_prepare() })

  /// Starts a process that makes itself ready while the caller goes on; it is used for one graph.
  package func start(_ limits: LayoutLimits = .standard) -> LayoutProcess {
    LayoutProcess(archc_child_work(prepare: prepare, body: body), limits)
  }
}
