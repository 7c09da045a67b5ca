import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// A web ACL for CloudFront is drawn in a Region that makes none.
  static let topologyGlobalInRegion = Rule(
    "topology/global-in-region", .hint,
    "A web ACL for CloudFront stands in a Region other than us-east-1",
    documentation: RuleDocumentation(
      rationale: """
        Web ACLs for CloudFront are made in us-east-1 and work at the edge, wherever the rest \
        stands. Drawn in another Region it looks like one that guards things there.
        """,
      facts: ["CF-07"],
      source: "AWS docs, Using AWS WAF with Amazon CloudFront",
      advice: "Draw it outside the Region, beside the distribution.",
      bad: [
        """
        eu-west-1: region { guard: waf { scope = cloudfront } }
        guard -> cdn: cloudfront -> shop: app
        """
      ],
      good: [
        """
        us-east-1: region { guard: waf { scope = cloudfront } }
        guard -> cdn: cloudfront -> shop: app
        """
      ])
  ) { architecture, report in
    for acl in architecture.elements(named: "waf") {
      guard architecture.states("scope", .word("cloudfront"), of: acl),
        let region = architecture.place("region", of: acl),
        let code = regionCode(region, architecture), code != "us-east-1"
      else { continue }
      report.report(
        """
        \(architecture.quoted(acl)) is for CloudFront, but stands in \
        \(architecture.quoted(region)); such web ACLs are made in us-east-1 only
        """,
        at: acl, secondary: [architecture.label(region, "this is \(code)")])
    }
  }
}

/// The code of a Region, such as `eu-west-1`: as stated, or its name if that looks like one.
private func regionCode(_ region: ElementID, _ architecture: Architecture) -> String? {
  if case .string(let code)? = architecture.stated("code", of: region)?.value { return code }
  let name = architecture.model[region].name
  let parts = name.split(separator: "-")
  return parts.count > 2 && parts[parts.count - 1].allSatisfy(\.isNumber) ? name : nil
}
