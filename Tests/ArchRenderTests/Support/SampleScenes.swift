import ArchScene

/// Pictures as they might come from layout, for goldens and for the eye.
enum SampleScenes: String, CaseIterable {
  case smallest
  case photoSharing = "photo-sharing"
  case orders

  var scene: Scene {
    switch self {
    case .smallest: Self.smallestScene
    case .photoSharing: Self.photoSharingScene
    case .orders: Self.ordersScene
    }
  }

  /// Two cards and a line.
  private static var smallestScene: Scene {
    var builder = SceneBuilder(title: nil)
    builder.node("user", "User", "", "actors", x: 0, y: 0)
    builder.node("s3", "Assets", "S3", "storage", x: 256, y: 0)
    builder.edge(.node(0), .node(1), through: [(168, 28), (256, 28)])
    return builder.scene
  }

  /// Groups in groups, rounded bends, all three strokes, a stack, a flow.
  private static var photoSharingScene: Scene {
    var builder = SceneBuilder(title: "Photo sharing")
    let region = builder.group(
      "eu", "Region", "eu-north-1", look: .region, x: 512, y: 64, width: 864, height: 512)
    let vpc = builder.group(
      "eu.main", "VPC", "10.0.0.0/16", look: .vpc, in: region, x: 536, y: 104, width: 568,
      height: 312)
    let open = builder.group(
      "eu.main.public", "Public subnet", look: .publicSubnet, in: vpc, x: 560, y: 144, width: 256,
      height: 248)
    let hidden = builder.group(
      "eu.main.private", "Private subnet", "10.0.1.0/24", look: .privateSubnet, in: vpc, x: 856,
      y: 144, width: 224, height: 248)
    builder.node("reader", "Reader", "Mobile app", "actors", x: 32, y: 144)
    builder.node("author", "Photographer", "Web app", "actors", x: 32, y: 240)
    builder.node("sign-in", "Sign-in", "Cognito", "security", x: 32, y: 376)
    builder.node("edge", "Edge", "CloudFront", "networking", x: 288, y: 144)
    builder.node(
      "alb", "Public API", "Application Load Balancer", "networking", in: open, x: 584, y: 224)
    builder.node(
      "upload", "Upload", "ECS · 512 MiB", "containers", in: hidden, x: 880, y: 192, count: 3)
    builder.node("albums", "Albums", "RDS · Multi-AZ", "database", in: hidden, x: 880, y: 312)
    builder.node("jobs", "Resize jobs", "SQS · 3 min", "integration", in: region, x: 1184, y: 192)
    builder.node("resize", "Resize", "Lambda · 30 s", "compute", in: region, x: 1184, y: 312)
    builder.node("photos", "Photos", "S3", "storage", in: region, x: 584, y: 496)
    builder.node("metrics", "Metrics", "CloudWatch", "management", in: region, x: 880, y: 496)
    builder.node("tags", "Tags", "Rekognition", "machine-learning", in: region, x: 1184, y: 496)
    joinPhotos(&builder)
    builder.scene.flows = [
      SceneFlow(
        name: "Upload",
        steps: [
          SceneStep(moves: [SceneMove(edge: 1, label: "POST /photos")]),
          SceneStep(moves: [SceneMove(edge: 5), SceneMove(edge: 6, duration: 0.02)]),
          SceneStep(moves: [SceneMove(edge: 1, isReply: true, label: "202 Accepted")]),
        ])
    ]
    return builder.scene
  }

  private static func joinPhotos(_ builder: inout SceneBuilder) {
    builder.edge(
      .node(0), .node(3), "GET /p/42", at: (244, 164), through: [(200, 164), (288, 164)])
    builder.edge(
      .node(1), .node(3), "POST", at: (244, 232),
      through: [(200, 268), (244, 268), (244, 184), (288, 184)])
    builder.edge(
      .node(1), .node(2), "token", at: (116, 336), kind: "auth", through: [(116, 296), (116, 376)])
    builder.edge(
      .node(3), .node(4), "/api", at: (488, 216),
      through: [(456, 172), (488, 172), (488, 252), (584, 252)])
    builder.edge(
      .node(3), .node(9), "origin", at: (372, 400), through: [(372, 200), (372, 524), (584, 524)])
    builder.edge(
      .node(4), .node(5), through: [(792, 252), (836, 252), (836, 220), (880, 220)])
    builder.edge(
      .node(5), .node(7), "enqueue", at: (1136, 220), kind: "event", stroke: .dashed,
      through: [(1056, 220), (1184, 220)])
    builder.edge(.node(5), .node(6), "write", at: (964, 280), through: [(964, 248), (964, 312)])
    builder.edge(
      .node(7), .node(8), "batch of 10", at: (1268, 280), kind: "poll", stroke: .dashed,
      through: [(1268, 248), (1268, 312)])
    builder.edge(
      .node(8), .node(9), "thumbnails", at: (900, 456),
      through: [(1184, 340), (1144, 340), (1144, 456), (668, 456), (668, 496)])
    builder.edge(
      .node(8), .node(11), "labels", at: (1268, 432), through: [(1268, 368), (1268, 496)])
    builder.edge(
      .node(10), .node(6), kind: "reference", stroke: .dotted, heads: (false, false),
      through: [(964, 496), (964, 368)])
    builder.edge(
      .node(10), .node(11), kind: "monitors", through: [(1048, 524), (1184, 524)])
    builder.scene.edges[builder.scene.edges.count - 1].head = .open
  }

  /// Curves, downward, with long and foreign words, a colour, a link, a muted card and a line
  /// both ways.
  private static var ordersScene: Scene {
    var builder = SceneBuilder(title: "Order processing", direction: .down)
    let account = builder.group(
      "prod", "Production", "1234-5678-9012", look: .account, x: 0, y: 160, width: 1136, height: 560
    )
    let region = builder.group(
      "prod.us", "us-east-1", look: .region, in: account, x: 24, y: 200, width: 720, height: 496)
    let first = builder.group(
      "prod.us.a", "us-east-1a", look: .zone, in: region, x: 48, y: 528, width: 248, height: 144)
    let second = builder.group(
      "prod.us.b", "us-east-1b", look: .zone, in: region, x: 384, y: 528, width: 248, height: 144)
    let insight = builder.group(
      "prod.insight", "Insight", "owned by the data team", look: .plain, in: account, x: 800,
      y: 200,
      width: 312, height: 496)
    builder.node("shopper", "Shopper", "顧客 🙂", "actors", x: 88, y: 32)
    builder.node("deploy", "Release train", "CodePipeline", "developer-tools", x: 424, y: 32) {
      $0.isMuted = true
    }
    builder.node(
      "shop", "Storefront", "EKS · 4 pods", "containers", in: region, x: 88, y: 256, count: 4
    ) {
      $0.link = "https://example.com/runbook?a=1&b=2"
      $0.tooltip = "Runbook"
    }
    builder.node(
      "check", "Fraud and sanctions screening of every order", "Lambda · 15 min", "compute",
      in: region, x: 400, y: 248)
    builder.node("db", "Orders", "Aurora PostgreSQL", "database", in: first, x: 72, y: 584)
    builder.node(
      "copy", "Orders, replica", "Aurora PostgreSQL", "database", in: second, x: 408, y: 584)
    builder.node("bus", "Order events", "EventBridge", "integration", in: region, x: 88, y: 400)
    builder.node("partner", "Payment partner", "Stripe", "generic", x: 856, y: 32) {
      $0.color = "#ffd166"
    }
    builder.node("lake", "Lake", "S3", "storage", in: insight, x: 856, y: 400)
    builder.node("sql", "Reports", "Athena", "analytics", in: insight, x: 856, y: 584)
    builder.node("guard", "Keys", "KMS", "security", in: region, x: 424, y: 400)
    builder.node("firehose", "Stream", "Firehose · 60 s", "analytics", in: insight, x: 856, y: 256)
    joinOrders(&builder)
    return builder.scene
  }

  private static func joinOrders(_ builder: inout SceneBuilder) {
    builder.edge(
      .node(0), .node(2), "checkout", at: (172, 136), curved: true,
      through: [(172, 88), (172, 150), (172, 180), (172, 248)])
    builder.edge(
      .node(1), .node(2), kind: "deploy", stroke: .dotted, curved: true,
      through: [(508, 88), (508, 150), (240, 170), (220, 248)]
    ) { $0.isMuted = true }
    builder.edge(
      .node(2), .node(3), "screen", at: (332, 284), curved: true,
      through: [(264, 284), (310, 284), (350, 284), (400, 284)])
    builder.edge(
      .node(3), .node(7), "charge the card and remember the token", at: (777, 187), curved: true,
      through: [(640, 268), (760, 240), (800, 140), (900, 88)]
    ) { $0.color = "#b5126b" }
    builder.edge(
      .node(2), .node(6), "placed", at: (172, 356), kind: "event", stroke: .dashed, curved: true,
      through: [(172, 312), (172, 340), (172, 370), (172, 400)])
    builder.edge(
      .node(6), .node(4), "store", at: (172, 500), curved: true,
      through: [(172, 456), (172, 500), (172, 540), (172, 584)])
    builder.edge(
      .node(4), .node(5), "replicates", at: (340, 612), kind: "replicates", stroke: .dashed,
      heads: (true, true), curved: true, through: [(248, 612), (300, 612), (360, 612), (408, 612)])
    builder.edge(
      .node(6), .node(11), "all orders", at: (544, 373), kind: "event", stroke: .dashed,
      curved: true,
      through: [(256, 410), (420, 340), (660, 420), (856, 296)])
    builder.edge(
      .node(11), .node(8), curved: true, through: [(940, 312), (940, 340), (940, 370), (940, 400)])
    builder.edge(
      .node(9), .node(8), "query", at: (940, 520), curved: true,
      through: [(940, 584), (940, 540), (940, 500), (940, 456)])
    builder.edge(
      .node(10), .group(3), "encrypts", at: (508, 492), kind: "protects", stroke: .dotted,
      heads: (false, false), curved: true,
      through: [(508, 456), (508, 480), (508, 500), (508, 528)])
  }
}
