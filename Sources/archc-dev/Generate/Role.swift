/// What a box of a made-up architecture does in its cell.
enum Role: Sendable, CaseIterable {
  /// Takes requests from outside the cell.
  case front
  /// Runs code.
  case work
  /// Passes messages on.
  case queue
  /// Keeps data.
  case store

  /// Who may call a box of this role within a cell.
  var callers: Set<Role> {
    switch self {
    case .front: []
    case .work: [.front, .work, .queue]
    case .queue, .store: [.work]
    }
  }

  /// The endings of names.
  var endings: [String] {
    switch self {
    case .front: ["entry", "gate"]
    case .work: ["service", "worker", "handler", "jobs"]
    case .queue: ["queue", "events"]
    case .store: ["data", "index", "archive", "records"]
    }
  }

  /// What edges to a box of this role say; `%` stands for its subject.
  var edgeLabels: [String] {
    switch self {
    case .front: ["GET /%", "POST /%", "PUT /%/{id}"]
    case .work: ["calls", "hands over %", "starts a run"]
    case .queue: ["enqueues %", "publishes %"]
    case .store: ["reads", "writes %", "looks %s up"]
    }
  }
}

/// A service that boxes of a role are made of, with what such boxes may say about themselves.
struct Stock: Sendable {
  var service: String
  var attributes: [String]

  /// What stands in a subnet.
  static func inSubnet(_ role: Role) -> [Stock] {
    switch role {
    case .front: [ecs]
    case .work, .queue: [ecs, ec2, app]
    case .store: [rds, elasticache]
    }
  }

  /// What stands in a Region outside its networks.
  static func inRegion(_ role: Role) -> [Stock] {
    switch role {
    case .front: [gateway]
    case .work: [lambda, lambda, app]
    case .queue: [sqs, sns, eventbridge]
    case .store: [dynamodb, dynamodb, s3]
    }
  }

  private static let ecs = Stock(
    service: "ecs", attributes: ["launch-type = fargate", "tasks = 3", "autoscaling = true"])
  private static let ec2 = Stock(
    service: "ec2", attributes: ["instance-type = \"t3.large\"", "count = 3"])
  private static let lambda = Stock(
    service: "lambda",
    attributes: ["memory = 512MB", "runtime = \"python3.13\"", "tracing = true"])
  private static let app = Stock(service: "app", attributes: ["idempotent = true"])
  private static let rds = Stock(
    service: "rds",
    attributes: ["engine = postgres", "multi-az = true", "encrypted = true", "proxy = true"])
  private static let elasticache = Stock(
    service: "elasticache", attributes: ["engine = valkey", "replicas = 1"])
  private static let gateway = Stock(
    service: "api-gateway", attributes: ["type = http; auth = jwt", "throttle = 2000/s"])
  private static let sqs = Stock(
    service: "sqs", attributes: ["visibility-timeout = 3m", "retention = 14d"])
  private static let sns = Stock(service: "sns", attributes: ["encrypted = true"])
  private static let eventbridge = Stock(service: "eventbridge", attributes: [])
  private static let dynamodb = Stock(
    service: "dynamodb",
    attributes: ["billing = on-demand", "partition-key = \"id\"", "ttl = \"expires\""])
  private static let s3 = Stock(
    service: "s3", attributes: ["versioning = true", "lifecycle = true"])
}

/// What made-up systems are about.
let subjects = [
  "account", "address", "basket", "booking", "campaign", "catalog", "claim", "comment", "contract",
  "coupon", "customer", "delivery", "device", "document", "event", "feed", "fleet", "invoice",
  "ledger", "listing", "loan", "media", "message", "notice", "offer", "order", "parcel", "payment",
  "photo", "policy", "price", "profile", "refund", "report", "review", "route", "search", "session",
  "shipment", "stock", "survey", "ticket", "tour", "trip", "voucher", "wallet",
]
