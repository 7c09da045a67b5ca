import ArchCatalog
import ArchModel

/// A VPC endpoint, as far as it says which service it leads to.
struct VPCEndpoint {
  let id: ElementID
  private let isGateway: Bool
  private let saysService: Bool
  /// What it is called and what it says it serves: small letters and digits only.
  private let text: String
  /// The indices of the services that its edges lead to.
  var reached: Set<Int> = []

  init(_ id: ElementID, in architecture: Architecture) {
    self.id = id
    isGateway = architecture.value("type", of: id) == .word("gateway")
    let service = architecture.stated("service", of: id)?.value.spelling
    saysService = service != nil
    let words = "\(architecture.nameText(of: id).text) \((service ?? "").lowercased())"
    text = words.filter { $0.isLetter || $0.isNumber }
  }

  /// Whether it may lead to a service, as far as the diagram says.
  func mayLead(to service: Service, index: Int) -> Bool {
    if reached.contains(index) { return true }
    if isGateway, !hasGatewayEndpoint(service) { return false }
    if endpointNames(of: service).contains(where: text.contains) { return true }
    return !saysService && reached.isEmpty
  }

  /// Whether it says nothing of where it leads, as those that lead to services of others do.
  var isUndetermined: Bool { !isGateway && !saysService && reached.isEmpty }
}

/// Whether a service has the free kind of endpoint, a route.
func hasGatewayEndpoint(_ service: Service) -> Bool {
  service.key == "s3" || service.key == "dynamodb"
}

/// What a service's endpoints are called, in small letters: `com.amazonaws.eu-west-1.states`.
private func endpointNames(of service: Service) -> [String] {
  [service.key.filter { $0 != "-" }] + (otherEndpointNames[service.key] ?? [])
}

/// Source: AWS docs, AWS services that integrate with AWS PrivateLink.
private let otherEndpointNames: [String: [String]] = [
  "api-gateway": ["executeapi"], "cloudwatch": ["monitoring", "logs"], "cloudwatch-logs": ["logs"],
  "cloudwatch-metrics": ["monitoring"], "eventbridge": ["events"],
  "eventbridge-scheduler": ["scheduler"], "ecr": ["registry"], "kinesis": ["streams"],
  "secrets-manager": ["secret"], "ses": ["smtp", "email"], "ssm-parameter-store": ["ssm"],
  "step-functions": ["states"], "systems-manager": ["ssm"], "timestream": ["timestream"],
]
