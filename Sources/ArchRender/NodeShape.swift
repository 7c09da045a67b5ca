import ArchScene

/// The outlines that languages for diagrams have in common, by what a box stands for.
enum NodeShape {
  case card, person, store, queue, cloud
  /// What acts from outside without being a person: a browser, another company's service.
  case actor

  /// Finds the shape of a node by its service, or else its category.
  init(_ style: SceneStyle) {
    switch style.service {
    case "user", "developer": self = .person
    case "internet": self = .cloud
    case "sqs", "mq", "kinesis", "kafka", "msk": self = .queue
    default:
      switch Category(key: style.category) {
      case .storage, .database: self = .store
      case .actors: self = .actor
      default: self = .card
      }
    }
  }
}
