/// The words that services describe themselves with.
package enum Vocabulary {
  /// What a service is for, which decides its colour and glyph.
  package static let categories = [
    "actors", "analytics", "compute", "containers", "database", "developer-tools", "generic",
    "group", "integration", "machine-learning", "management", "networking", "security", "storage",
  ]

  /// How a container is drawn.
  package static let looks = ["account", "plain", "region", "subnet", "vpc", "zone"]

  /// What services have in common, so that clauses and rules need not list them; with what each
  /// word promises.
  package static let traits: [(name: String, promise: String)] = [
    ("actor", "a person or a program of theirs"),
    ("aws-api", "has an API that other AWS services call for their users"),
    ("compute", "runs code of one's own and may call anything"),
    ("connector", "can stand between two services that cannot reach each other"),
    ("container-runtime", "runs container images"),
    ("datastore", "keeps data that is read and written by key or query"),
    ("front-door", "is what clients on the internet talk to"),
    ("http-endpoint", "answers HTTP at an address"),
    ("inference", "answers with what a model makes of the request"),
    ("load-balancing", "spreads requests over several targets"),
    ("messaging", "takes messages or events and passes them on"),
    ("observer", "takes in logs, metrics, traces or records of anything"),
    ("private-network", "is reached by an address inside a network"),
    ("relational", "speaks SQL"),
    ("source-repository", "keeps source code"),
    ("storage", "keeps files, objects or volumes"),
    ("streaming", "keeps records in order for several readers"),
  ]

  /// The kinds that an edge may have, as the catalog declares them.
  package static let kinds: [String] = {
    let kind = Catalog.commonAttributes(of: .edge).first { $0.name == "kind" }
    if case .enumeration(let words)? = kind?.type { return words }
    return []
  }()

  /// The word of a clause that means every service.
  package static let anything = "anything"
}
