extension Rule {
  /// The rules that need an algorithm over the whole graph, in order of name.
  static let algorithms: [Rule] = [
    exposureDatabase,
    exposureInstance,
    exposurePublicSubnet,
    lambdaAccountConcurrency,
    lambdaOverReserved,
    networkApart,
    networkCIDR,
    networkMissingEndpoint,
    networkNATInsteadOfEndpoint,
    networkNoWayOut,
    networkOnPremises,
    topologyDeadEnd,
    topologyDuplicateEdge,
    topologyGlobalInRegion,
    topologyOrphan,
    topologySelfEdge,
    topologyUnreachablePerson,
    zoneLostTogether,
    zoneSingle,
  ]
}
