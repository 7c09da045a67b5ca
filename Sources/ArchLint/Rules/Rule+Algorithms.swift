extension Rule {
  /// The rules that need an algorithm over the whole graph, in order of their names in Swift.
  static let algorithms: [Rule] = [
    .bucketRecursion,
    .busCycle,
    .deadLetterLoop,
    .dualWrite,
    .longChain,
    .longerThanCaller,
    .missingSaga,
    .moneyTwice,
    .notIdempotent,
    .outOfOrder,
    .ownLogs,
    .payload,
    .recursion,
    .stackCycle,
    .unboundedBacklog,
    .untracedChain,
  ]
}
