import ArchCatalog
import ArchModel

/// The elements of certain services, asked for in constant time.
struct ServiceSet {
  private let model: Model
  /// By the service's index.
  private let members: [Bool]
  /// Whether the diagram has none of them.
  let isEmpty: Bool

  init(_ model: Model, where isMember: (Service) -> Bool) {
    self.model = model
    members = model.services.map(isMember)
    // The first service is there whether or not an element is of it.
    isEmpty = !members.contains(true)
  }

  /// - Parameter words: Services or traits.
  init(_ model: Model, _ words: [String]) {
    self.init(model) { service in words.contains { service.isNamed(by: $0) } }
  }

  func contains(_ id: ElementID) -> Bool { members[model.elements[id.index].service] }
}

/// What works on one kind of input only, so that what it gets and what it sends belong together.
///
/// A container service or a server has many endpoints in one box: that it both reads a queue and
/// sends to it says little.
let singlePurposeServices = [
  "batch", "consumer", "eventbridge-pipes", "firehose", "glue-job", "job",
  "kinesis-data-analytics", "lambda", "step-functions",
]
