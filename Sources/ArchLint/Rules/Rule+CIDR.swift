import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// The ranges of addresses that a diagram states do not fit together.
  static let networkCIDR = Rule(
    "network/cidr", .error, "Ranges of addresses lie outside of one another, or overlap",
    documentation: RuleDocumentation(
      rationale: """
        A subnet takes a part of its VPC's range, and each address belongs to one subnet only. \
        Two VPCs can be peered only if no address is in both. AWS refuses anything else.
        """,
      source:
        "AWS docs, Subnet CIDR blocks; AWS docs, VPC peering limitations; cfn-lint E3059, E3060",
      equivalents: ["cfn-lint E3059", "cfn-lint E3060"],
      advice: "Choose a range inside the VPC's that nothing else takes.",
      bad: [
        """
        main: vpc {
          cidr = 10.0.0.0/20
          a: subnet { cidr = 10.0.0.0/24; one: app }
          b: subnet { cidr = 10.0.16.0/24; two: app }
        }
        one -> two
        """,
        """
        main: vpc {
          cidr = 10.0.0.0/16
          a: subnet { cidr = 10.0.2.0/23; one: app }
          b: subnet { cidr = 10.0.3.0/24; two: app }
        }
        one -> two
        """,
        """
        ours: vpc { cidr = 10.0.0.0/16 }
        theirs: vpc { cidr = 10.0.128.0/17 }
        ours, theirs -> vpc-peering
        """,
      ],
      good: [
        """
        main: vpc {
          cidr = 10.0.0.0/20
          a: subnet { cidr = 10.0.2.0/23; one: app }
          b: subnet { cidr = 10.0.4.0/24; two: app }
        }
        one -> two
        """,
        """
        ours: vpc { cidr = 10.0.0.0/16 }
        theirs: vpc { cidr = 10.1.0.0/16 }
        ours, theirs -> vpc-peering
        """,
      ])
  ) { architecture, report in
    let vpcs = architecture.elements(named: "vpc")
    guard !vpcs.isEmpty else { return }
    var check = CIDRCheck(architecture: architecture, report: report)
    check.checkSubnets()
    check.checkPeerings()
    report = check.report
  }
}

private struct CIDRCheck {
  let architecture: Architecture
  var report: RuleReport

  private struct Subnet {
    var id: ElementID
    var range: AddressRange
  }

  mutating func checkSubnets() {
    let vpcs = architecture.surroundings("vpc")
    var subnets: [ElementID: [Subnet]] = [:]
    for id in architecture.elements(named: "subnet").sorted() {
      guard let vpc = vpcs[id],
        let range = AddressRange(architecture.stated("cidr", of: id)?.value)
      else { continue }
      subnets[vpc, default: []].append(Subnet(id: id, range: range))
    }
    for vpc in architecture.elements(named: "vpc") {
      let inside = withoutStrays(subnets[vpc] ?? [], of: vpc)
      reportOverlaps(inside)
    }
  }

  /// Reports the subnets whose range is not part of their VPC's, and returns the others.
  private mutating func withoutStrays(_ subnets: [Subnet], of vpc: ElementID) -> [Subnet] {
    let ranges = ranges(of: vpc)
    guard !ranges.isEmpty else { return subnets }
    return subnets.filter { subnet in
      if ranges.contains(where: { $0.contains(subnet.range) }) { return true }
      let all = ranges.map(\.text).joined(separator: " and ")
      report.report(
        """
        \(architecture.quoted(subnet.id)) takes \(subnet.range.text), which lies outside the range \
        of \(architecture.quoted(vpc)), \(all)
        """,
        at: subnet.id, attribute: "cidr",
        secondary: [architecture.label(vpc, attribute: "cidr", "the range of the VPC")])
      return false
    }
  }

  /// The ranges of a VPC; none unless all of them can be read.
  private func ranges(of vpc: ElementID) -> [AddressRange] {
    guard let main = AddressRange(architecture.stated("cidr", of: vpc)?.value) else { return [] }
    guard case .list(let more)? = architecture.stated("secondary-cidrs", of: vpc)?.value else {
      return [main]
    }
    return [main] + more.compactMap { AddressRange($0) }
  }

  /// Reports each subnet that takes addresses of one further up in the text.
  private mutating func reportOverlaps(_ subnets: [Subnet]) {
    let sorted = subnets.sorted { ($0.range.first, $0.id) < ($1.range.first, $1.id) }
    guard var widest = sorted.first else { return }
    for subnet in sorted.dropFirst() {
      if widest.range.overlaps(subnet.range) { report(widest, subnet) }
      if subnet.range.last > widest.range.last { widest = subnet }
    }
  }

  private mutating func report(_ one: Subnet, _ other: Subnet) {
    let isBefore = architecture[one.id].declaration < architecture[other.id].declaration
    let (first, second) = isBefore ? (one, other) : (other, one)
    report.report(
      """
      \(architecture.quoted(second.id)) takes \(second.range.text), which overlaps \
      \(first.range.text) of \(architecture.quoted(first.id))
      """,
      at: second.id, attribute: "cidr",
      secondary: [architecture.label(first.id, attribute: "cidr", "taken here already")])
  }

  mutating func checkPeerings() {
    guard !architecture.services(named: "vpc-peering").isEmpty else { return }
    let links = NetworkLinks(
      architecture, vpcs: architecture.surroundings("vpc"),
      sites: architecture.surroundings("on-premises"))
    for peering in links.peerings where peering.vpcs.count == 2 {
      let (first, second) = (peering.vpcs[0], peering.vpcs[1])
      let others = ranges(of: second)
      for range in ranges(of: first) {
        guard let other = others.first(where: range.overlaps) else { continue }
        report.report(
          """
          \(architecture.quoted(first)) and \(architecture.quoted(second)) cannot be peered: \
          \(range.text) and \(other.text) overlap
          """,
          at: second, attribute: "cidr",
          secondary: [
            architecture.label(first, attribute: "cidr", "the other range"),
            architecture.label(peering.id, "peered here"),
          ])
        break
      }
    }
  }
}
