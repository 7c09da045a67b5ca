import Testing

@testable import archc_dev

@Test(arguments: [
  (1.0, 0, "1"), (1.049, 1, "1.0"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-2.5, 2, "-2.50"),
  (12.003, 2, "12.00"), (.infinity, 2, "–"),
])
func `Numbers are written with so many digits`(number: Double, digits: Int, words: String) {
  #expect(number.fixed(digits) == words)
}

@Test func `The median is the middle`() {
  #expect(median([3]) == 3)
  #expect(median([9, 1, 2]) == 2)
  #expect(median([4, 1, 3, 2]) == 2.5)
}

@Test func `A run of a program is measured, and a failure says which program it was`() throws {
  let run = try ProcessRun(["/bin/sh", "-c", "exit 0"])
  #expect(run.seconds > 0 && run.peakBytes > 0)
  #expect {
    try ProcessRun(["/bin/sh", "-c", "exit 3"])
  } throws: { "\($0)".contains("/bin/sh") && "\($0)".contains("code 3") }
  #expect { try ProcessRun(["/no/such/program"]) } throws: { "\($0)".contains("/no/such/program") }
}

@Test func `Columns of a table line up`() {
  var table = Table("Title", columns: ["", "a"])
  table.rows.append(["one", "12"])
  #expect(table.text == "Title\n        a\n  one  12\n")
}
