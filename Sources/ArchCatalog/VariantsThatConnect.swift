/// The variants of either end between which there is an edge where there is none between the two as
/// they are: an interface endpoint reaches what a gateway endpoint does not.
///
/// - Parameter value: The value of an attribute of either end; nil for unknown.
/// - Returns: The pairs, those with another source first; variants of one title once.
package func variantsThatConnect(
  _ source: Service, _ target: Service, value: (Condition.Subject, String) -> Value?
) -> [(source: Service, target: Service)] {
  var found: [(source: Service, target: Service)] = []
  for variant in source.variantsByTitle where connects(variant, to: target, .source, variant, value)
  {
    found.append((variant, target))
  }
  for variant in target.variantsByTitle where connects(source, to: variant, .target, variant, value)
  {
    found.append((source, variant))
  }
  return found
}

/// Whether a clause says that there is an edge, one end being a variant.
private func connects(
  _ source: Service, to target: Service, _ side: Condition.Subject, _ variant: Service,
  _ value: (Condition.Subject, String) -> Value?
) -> Bool {
  let changed = variant.variants.first { $0.name == variant.variant }
  let verdict = judgeConnection(from: source, to: target) { subject, name in
    subject == side && name == changed?.attribute ? changed?.value : value(subject, name)
  }
  return verdict.clause?.kind.map(flowKinds.union(["protects"]).contains) ?? false
}

extension Service {
  /// The service as each of its variants, the first of each title.
  fileprivate var variantsByTitle: [Service] {
    var titles: Set<String> = []
    return variants.map { named($0.name) }.filter { titles.insert($0.title).inserted }
  }
}
