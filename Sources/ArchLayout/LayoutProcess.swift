import CLayoutWorker

/// A process of a worker: it makes itself ready, answers one request, and is gone with its last
/// owner at the latest.
package final class LayoutProcess {
  private var child: archc_child

  init(_ work: archc_child_work, _ limits: LayoutLimits) {
    var limits = archc_child_limits(
      cpu_seconds: Int64(limits.longestMilliseconds / 1_000 + 1),
      memory_bytes: UInt64(limits.memory))
    child = archc_child_start(work, &limits)
  }

  deinit { archc_child_abandon(&child) }

  /// Hands a plan over, for an answer within so much time from now on.
  func send(_ plan: LayoutPlan, milliseconds: Int) {
    var demand = archc_child_demand(
      wall_milliseconds: Int64(milliseconds), reply_bytes: plan.longestReply)
    plan.request.withUnsafeBytes {
      archc_child_send(&child, &demand, $0.baseAddress, $0.count)
    }
  }

  /// Waits for the bytes that the worker answers, or says how it ended instead.
  func reply() throws(LayoutFailure.Ending) -> [UInt8] {
    var result = archc_child_finish(&child)
    defer { archc_child_result_free(&result) }
    let detail = Int(result.detail)
    switch result.end {
    case ARCHC_CHILD_DONE:
      return Array(UnsafeBufferPointer(start: result.bytes, count: result.size))
    case ARCHC_CHILD_NOT_STARTED: throw .notStarted(detail)
    case ARCHC_CHILD_UNPREPARED: throw .unprepared
    case ARCHC_CHILD_EXITED: throw .gaveUp(status: detail)
    case ARCHC_CHILD_OUT_OF_TIME: throw .outOfTime
    case ARCHC_CHILD_TOO_LONG: throw .answeredTooMuch
    default: throw .crashed(signal: detail)
    }
  }
}
