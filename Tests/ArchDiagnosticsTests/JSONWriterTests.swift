import ArchDiagnostics
import ArchTestSupport
import FoundationEssentials
import Testing

@Test func `Keys keep their order and absent ones are left out`() {
  let value: JSONValue = .object(["b": 1, "a": nil, "A": [true, .null, .number(0.5), .number(3)]])
  #expect(JSONWriter.text(value) == #"{"b":1,"A":[true,null,0.5,3]}"#)
  #expect(JSONWriter.text(["x": [], "y": [:]], .pretty) == "{\n  \"x\": [],\n  \"y\": {}\n}")
}

@Test func `Every scalar survives and none that acts on a terminal stands there literally`() throws
{
  var random = SplitMix64(seed: 1)
  for _ in 0..<200 {
    let scalars = (0..<40).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...0x3000, using: &random))
        ?? Unicode.Scalar(UInt32.random(in: 0x1F000...0x10FFFF, using: &random))
    }
    let string = String(String.UnicodeScalarView(scalars))
    let text = JSONWriter.text([.string(string)])
    #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == [string])
    #expect(visibleText(text) == text)
  }
}

@Test(arguments: [0.1, -2.5e-7, 1e300, .leastNonzeroMagnitude, 123456789.125])
func `A number reads back as itself`(number: Double) throws {
  let text = JSONWriter.text([.number(number)])
  #expect(try JSONDecoder().decode([Double].self, from: Data(text.utf8)) == [number])
}
