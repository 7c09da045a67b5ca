import ArchScene

extension Category {
  /// A name for the category's class in languages that have classes: letters alone.
  var className: StaticString {
    switch self {
    case .compute: "compute"
    case .storage: "storage"
    case .database: "database"
    case .networking: "networking"
    case .integration: "integration"
    case .security: "security"
    case .analytics: "analytics"
    case .machineLearning: "machineLearning"
    case .management: "management"
    case .developerTools: "developerTools"
    case .containers: "containers"
    case .actors: "actors"
    case .generic: "generic"
    }
  }
}

extension Category {
  /// The categories of some boxes, each once, in the order of the list of all.
  static func inUse(by styles: [SceneStyle]) -> [Category] {
    var isUsed = [Bool](repeating: false, count: allCases.count)
    for style in styles { isUsed[Category(key: style.category).rawValue] = true }
    return allCases.filter { isUsed[$0.rawValue] }
  }
}
