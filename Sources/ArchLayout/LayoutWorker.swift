import CLayoutWorker

/// Lays a plan out in a process of its own, which may crash, hang or lie without harm.
package struct LayoutWorker: Sendable {
  /// What runs in that process: it reads an `archc_layout_graph`, writes its reply to a file
  /// descriptor and returns an exit status. It must not touch the Swift runtime, so it is a C
  /// function.
  package typealias Body = @convention(c) (UnsafeRawPointer?, Int32) -> Int32

  private let body: Body
  private let prepare: @Sendable () -> Bool

  /// Creates a worker with a body of the caller's own.
  package init(body: Body) {
    self.body = body
    self.prepare = { true }
  }

  private init(body: Body, prepare: @escaping @Sendable () -> Bool) {
    self.body = body
    self.prepare = prepare
  }

  /// The real one.
  package static let graphviz = LayoutWorker(
    body: { archc_graphviz_body($0, $1) }, prepare: { archc_graphviz_prepare() })

  /// Opens what the worker needs, which is quick after the first time.
  func open() throws(LayoutFailure) {
    guard prepare() else { throw .engineMissing }
  }

  /// The bytes that the worker answered, or how it ended instead.
  func run(
    _ plan: LayoutPlan, milliseconds: Int, memory: Int
  ) throws(LayoutFailure.Ending) -> [UInt8] {
    var limits = archc_child_limits(
      wall_milliseconds: Int64(milliseconds), cpu_seconds: Int64(milliseconds / 1_000 + 1),
      memory_bytes: UInt64(memory), reply_bytes: plan.longestReply)
    var result = plan.withWorkerGraph { archc_run_child(body, $0, &limits) }
    defer { archc_child_result_free(&result) }
    let detail = Int(result.detail)
    switch result.end {
    case ARCHC_CHILD_DONE:
      return Array(UnsafeBufferPointer(start: result.bytes, count: result.size))
    case ARCHC_CHILD_NOT_STARTED: throw .notStarted(detail)
    case ARCHC_CHILD_EXITED: throw .gaveUp(status: detail)
    case ARCHC_CHILD_OUT_OF_TIME: throw .outOfTime
    case ARCHC_CHILD_TOO_LONG: throw .answeredTooMuch
    default: throw .crashed(signal: detail)
    }
  }
}
