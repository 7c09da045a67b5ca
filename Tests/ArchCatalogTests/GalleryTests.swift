import ArchCatalog
import ArchModel
import ArchSource
import Testing

/// The picture on a service's card of the gallery, two arrows long, and what each arrow means.
private struct Card: Sendable, CustomTestStringConvertible {
  var program: String
  var kinds: [String]
  var keys: [String]

  init(_ program: String, _ keys: [String], _ kinds: [String]) {
    self.program = program
    self.keys = keys
    self.kinds = kinds
  }

  var testDescription: String { program }
}

private let cards = [
  Card("user -> elb -> ec2", ["user", "elb", "ec2"], ["request", "request"]),
  Card("app -> s3 -> user", ["app", "s3", "user"], ["request", "load"]),
  Card("event -> lambda -> db", ["event", "lambda", "database"], ["event", "query"]),
  Card("app -> rds -> replica", ["app", "rds", "replica"], ["query", "replicates"]),
  Card("internet -> ec2 -> rds", ["internet", "ec2", "rds"], ["request", "query"]),
  Card("user -> iam -> resource", ["user", "iam", "resource"], ["auth", "auth"]),
  Card(
    "service -> cw -> alarm", ["app", "cloudwatch", "cloudwatch-alarm"], ["monitors", "monitors"]),
  Card("lambda -> ddb -> stream", ["lambda", "dynamodb", "stream"], ["query", "stream"]),
  Card("ecr -> ecs -> fargate", ["ecr", "ecs", "fargate"], ["pull-image", "runs-on"]),
  Card("client -> api-gw -> lambda", ["client", "api-gateway", "lambda"], ["request", "request"]),
  Card("publisher -> sns -> subs", ["producer", "sns", "consumer"], ["publish", "event"]),
  Card("producer -> sqs -> consumer", ["producer", "sqs", "consumer"], ["send", "poll"]),
  Card("user -> r53 -> elb", ["user", "route53", "elb"], ["dns", "dns"]),
  Card("origin -> cdn -> user", ["origin", "cloudfront", "user"], ["load", "load"]),
  Card("request -> elb -> targets", ["client", "elb", "server"], ["request", "request"]),
  Card("ec2 -> ebs -> snap", ["ec2", "ebs", "snapshot"], ["stores", "stores"]),
  Card("user -> cognito -> api-gw", ["user", "cognito", "api-gateway"], ["auth", "auth"]),
  Card("service -> kms -> key", ["app", "kms", "key"], ["encrypts", "encrypts"]),
  Card(
    "template -> cfn -> stack", ["code", "cloudformation", "deployment"], ["deploy", "deploy"]),
  Card("api-call -> trail -> s3", ["event", "cloudtrail", "s3"], ["audits", "stores"]),
  Card("code -> beanstalk -> app", ["code", "elastic-beanstalk", "app"], ["deploy", "deploy"]),
  Card("ec2 -> efs -> ec2", ["ec2", "efs"], ["mounts", "mounts"]),
  Card("app -> cache -> db", ["app", "elasticache", "database"], ["query", "query"]),
  Card("start -> step -> end", ["state", "step-functions", "state"], ["event", "event"]),
  Card("s3 -> sagemaker -> endpoint", ["s3", "sagemaker", "endpoint"], ["load", "deploy"]),
  Card("user -> api-gw -> bedrock", ["user", "api-gateway", "bedrock"], ["request", "request"]),
  Card("s3 -> rekognition -> result", ["s3", "rekognition", "result"], ["load", "load"]),
  Card("s3 -> athena -> result", ["s3", "athena", "result"], ["query", "query"]),
  Card("source -> kinesis -> lambda", ["source", "kinesis", "lambda"], ["stream", "poll"]),
  Card("s3 -> redshift -> bi", ["s3", "redshift", "bi"], ["load", "query"]),
  Card("s3 -> glue -> redshift", ["s3", "glue", "redshift"], ["load", "load"]),
  Card(
    "ecr -> fargate; fargate -> elb { kind = registers }", ["ecr", "fargate", "elb"],
    ["pull-image", "registers"]),
  Card("dev -> ecr -> ecs", ["developer", "ecr", "ecs"], ["deploy", "pull-image"]),
  Card(
    "source -> pipeline -> deploy", ["source", "codepipeline", "deployment"], ["deploy", "deploy"]),
  Card("user -> waf -> cloudfront", ["user", "waf", "cloudfront"], ["protects", "protects"]),
  Card("event -> eventbridge -> lambda", ["event", "eventbridge", "lambda"], ["event", "event"]),
]

@Test func `The gallery has 36 cards`() {
  #expect(cards.count == 36)
}

@Test(arguments: cards)
private func `The picture on a card says what the service is for`(card: Card) {
  let source = ImportedSource(identity: "", source: SourceText(name: "card.arch", card.program))
  let program = loadProgram(source) { (path, _) throws(ImportFailure) in throw ImportFailure(path) }
  let resolved = resolve(program)
  #expect(program.diagnostics == [])
  #expect(resolved.diagnostics == [])
  let model = resolved.model
  #expect(model.elements.indices.map { model.service(of: ElementID($0)).key } == card.keys)
  #expect(model.connections.map(\.kind) == card.kinds)
}
