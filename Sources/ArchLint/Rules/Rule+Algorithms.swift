extension Rule {
  /// The rules that need an algorithm over the whole graph, in order of name.
  static let algorithms: [Rule] = [
    .dualWrite,
    .missingSaga,
    .moneyTwice,
    .notIdempotent,
    .outOfOrder,
    .unboundedBacklog,
    .busCycle,
    .bucketRecursion,
    .deadLetterLoop,
    .ownLogs,
    .recursion,
    .stackCycle,
    .payload,
    .longChain,
    .longerThanCaller,
    .untracedChain,
  ]
}
