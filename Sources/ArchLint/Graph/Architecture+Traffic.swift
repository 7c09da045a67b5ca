import ArchCatalog
import ArchModel

extension Architecture.Edge {
  /// Whether something is asked for or handed over along it while the system runs. Names, rights,
  /// routes, releases, copies of data and observation are not.
  var carriesTraffic: Bool { !kindsWithoutTraffic.contains(kind) }

  /// Who opens the connection: the reader of a queue, not the queue.
  var initiator: ElementID { isAskedFor ? target : source }

  /// Who waits for connections.
  var responder: ElementID { isAskedFor ? source : target }

  private var isAskedFor: Bool { invocation == .polled || invocation == .pulled }
}

private let kindsWithoutTraffic: Set = [
  "association", "attaches", "audits", "auth", "deploy", "dns", "encrypts", "logs", "monitors",
  "protects", "pull-image", "registers", "replicates", "routes", "runs-on",
]
