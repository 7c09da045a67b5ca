/// The categories of services that have a colour and a glyph; any other word is `generic`.
enum Category: Int, CaseIterable, Sendable {
  case compute, storage, database, networking, integration, security, analytics, machineLearning
  case management, developerTools, containers, actors, generic

  /// Finds the category of a catalog key.
  init(key: String) {
    switch key {
    case "compute": self = .compute
    case "storage": self = .storage
    case "database": self = .database
    case "networking": self = .networking
    case "integration": self = .integration
    case "security": self = .security
    case "analytics": self = .analytics
    case "machine-learning": self = .machineLearning
    case "management": self = .management
    case "developer-tools": self = .developerTools
    case "containers": self = .containers
    case "actors": self = .actors
    default: self = .generic
    }
  }

  /// The tile on a light page.
  var color: StaticString {
    switch self {
    case .compute: "#e8710a"
    case .storage: "#4d8b1f"
    case .database: "#b620c9"
    case .networking: "#7c4dff"
    case .integration: "#e0136f"
    case .security: "#d6304a"
    case .analytics: "#5b5bd6"
    case .machineLearning: "#0a9c86"
    case .management: "#c2410c"
    case .developerTools: "#3b6fd8"
    case .containers: "#1f7a8c"
    case .actors: "#334155"
    case .generic: "#64748b"
    }
  }

  /// The tile on a dark page: the same, but where that would sink into the card.
  var colorOnDark: StaticString {
    switch self {
    case .actors: "#5f7188"
    case .analytics: "#6a6ae0"
    case .database: "#bb2dcd"
    case .management: "#cf4d16"
    default: color
    }
  }
}
