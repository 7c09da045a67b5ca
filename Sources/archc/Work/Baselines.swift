/// The baselines of a run, each read once. One that cannot be used is reported once.
final class Baselines {
  private var files: [String: BaselineFile?] = [:]
  /// In the order of first use.
  private var order: [BaselineFile] = []

  /// The baseline in a file; nil where it cannot be used, which has been said then.
  func file(_ path: String) -> BaselineFile? {
    if let known = files[path] { return known }
    var file: BaselineFile?
    do throws(FileFailure) {
      file = try BaselineFile(path)
    } catch {
      report(failure: error.sentence)
    }
    files[path] = .some(file)
    if let file { order.append(file) }
    return file
  }

  /// Says which recorded findings did not occur in this run.
  func reportMissing() {
    for remark in order.compactMap(\.remark) { _ = reportsError("archc: \(remark)") }
  }
}
