import ArchCatalog
import Testing

@Test(arguments: [
  ("5", Dimension.number, 5.0), ("-5", .number, -5), ("- 5", .number, -5), ("0.25", .number, 0.25),
  ("30s", .duration, 30), ("500ms", .duration, 0.5), ("1h30m", .duration, 5_400),
  ("14d", .duration, 1_209_600), ("1w", .duration, 604_800), ("2min", .duration, 120),
  ("256KB", .size, 256_000), ("1GiB", .size, 1_073_741_824), ("1KiB", .size, 1_024),
  ("2400/s", .rate, 2_400), ("60/min", .rate, 1), ("99.9%", .percent, 99.9),
  ("9007199254740993", .number, 9_007_199_254_740_992),
])
func `A number is measured in its dimension's own unit`(
  text: String, dimension: Dimension, amount: Double
) throws {
  let quantity = try #require(Measure(text)?.quantity)
  #expect(quantity.dimension == dimension)
  #expect(abs(quantity.amount - amount) < 1e-9 * max(1, abs(amount)))
}

@Test(arguments: [
  "", "-", "s", "1.2.3", "5 s", "1GB500MB", "1h5", "5h1KB", "5parsecs", "5S",
  "1" + String(repeating: "0", count: 400),
])
func `What is no amount is none`(text: String) {
  #expect(Measure(text)?.quantity == nil)
}

@Test func `A unit that is none of ours is found in any part`() {
  #expect(Measure("1h5parsecs")?.unknownUnit == "parsecs")
  #expect(Measure("1kb")?.unknownUnit == "kb")
  #expect(Measure("1h5m")?.unknownUnit == nil)
  #expect(Measure("5")?.unknownUnit == nil)
}

@Test(arguments: [
  ("Sec", Dimension.duration, "s"), ("mins", .duration, "m"), ("H", .duration, "h"),
  ("kb", .size, "KB"), ("M", .size, "MB"), ("Mi", .size, "MiB"), ("g", .size, "GB"),
  ("T", .size, "TB"), ("bytes", .size, "B"), ("/S", .rate, "/s"),
])
func `The unit that was meant is of the dimension asked for`(
  symbol: String, dimension: Dimension, meant: String
) {
  #expect(Unit.meant(by: symbol, in: dimension)?.symbol == meant)
}

@Test func `No unit is guessed where none is near`() {
  #expect(Unit.meant(by: "parsecs", in: .duration) == nil)
  #expect(Unit.meant(by: "kb", in: .duration) == nil)
  #expect(Unit.meant(by: "s", in: .number) == nil)
}

@Test func `The units of a dimension stand from small to large and are found by their symbol`() {
  for dimension in [Dimension.duration, .size, .percent] {
    let factors = dimension.units.map(\.factor)
    #expect(factors == factors.sorted())
    #expect(!factors.isEmpty)
  }
  for unit in Unit.all { #expect(Unit.named(unit.symbol) == unit) }
  #expect(Unit.named("kb") == nil)
}

@Test(arguments: [
  ("cloudfornt", "cloudfront"), ("sqz", "sqs"), ("lamda", "lambda"), ("dynamdob", "dynamodb"),
  ("queue", nil), ("zzzz", nil), ("", nil), ("s", nil), ("x3", "s3"),
  ("DynamoDB", "dynamodb"), ("S3", "s3"), ("Lamda", "lambda"), ("SQS", "sqs"),
])
func `The nearest name is the one with the fewest changes`(word: String, near: String?) {
  let names = ["cloudfront", "sqs", "lambda", "dynamodb", "queue", "s3", "sns"]
  #expect(nearest(to: word, among: names) == near)
  #expect(nearest(to: word, among: names.reversed()) == near)
}

@Test func `Of equally near names the first in the alphabet is meant`() {
  #expect(nearest(to: "sxs", among: ["sqs", "sns", "sfs"]) == "sfs")
}
