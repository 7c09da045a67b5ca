import ArchTestSupport
import Testing

@Test(arguments: ["sqs", "simple-queue-service"])
func `Explain shows the page of a service on standard output`(name: String) throws {
  try withProject([:]) { project in
    let result = try project.run("explain", name)
    #expect(result.code == 0 && result.err == "")
    #expect(result.out.hasPrefix("Amazon SQS\n"))
    #expect(!result.out.contains("\u{1B}"))
    let colored = try project.run("explain", "--color", "always", name)
    #expect(colored.out.contains("\u{1B}[1m"))
  }
}

@Test(arguments: [
  ("no-such-thing-at-all", "archc: the catalog knows no 'no-such-thing-at-all'; "),
  ("sqss", "archc: the catalog knows no 'sqss'; did you mean 'sqs'? "),
  ("", "archc: the catalog knows no ''; "),
  ("\u{1B}[31mred\nred", "archc: the catalog knows no '\\u{1B}[31mred\\u{A}red'; "),
  ("\u{202E}sqs", "archc: the catalog knows no '\\u{202E}sqs'"),
])
func `A name that means nothing ends explain with 2 and is shown without harm`(
  name: String, message: String
) throws {
  try withProject([:]) { project in
    let result = try project.run("explain", name)
    #expect(result.code == 2 && result.out == "")
    #expect(result.err.hasPrefix(message), "\(result.err)")
    #expect(result.err.hasSuffix("'archc list services' shows all it knows\n"))
    #expect(result.err.split(separator: "\n").count == 1)
  }
}

@Test func `A name that means several services ends explain with 2 and all of them`() throws {
  try withProject([:]) { project in
    let result = try project.run("explain", "eb")
    #expect(result.code == 2 && result.out == "")
    #expect(result.err == "archc: 'eb' could be elastic-beanstalk or eventbridge\n")
  }
}

@Test(arguments: [["explain"], ["explain", "sqs", "sns"], ["explain", "--fast", "sqs"]])
func `Explain takes one name`(arguments: [String]) throws {
  try withProject([:]) { project in
    let result = try project.run(arguments)
    #expect(result.code == 2 && result.out == "" && !result.err.isEmpty)
  }
}

@Test func `Explain knows no services of diagrams in the folder`() throws {
  try withProject(["own.arch": "service zz-own { summary = \"Mine.\" }\n"]) { project in
    let result = try project.run("explain", "zz-own")
    #expect(result.code == 2)
  }
}
