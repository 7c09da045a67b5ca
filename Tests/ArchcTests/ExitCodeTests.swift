import ArchTestSupport
import Testing

private let files = [
  "good.arch": goodText, "wrong.arch": wrongText, "warned.arch": "user -> nobody-knows-this\n",
  "ugly.arch": "user->s3\n", "broken.arch": "main: vpc {\n", "notes/readme.txt": "",
]

/// A command line in one string, as people write it.
private func run(_ line: String, in project: Project) throws -> ProcessResult {
  try project.run(line.split(separator: " ").map(String.init))
}

@Test(arguments: [
  "build good.arch", "build warned.arch", "build good.arch -o -", "check good.arch",
  "check warned.arch", "check wrong.arch good.arch --fail-on error --level error --help",
  "fmt good.arch", "fmt --check good.arch", "fmt --diff good.arch", "fmt ugly.arch",
  "dump tokens good.arch", "dump tree good.arch", "dump model good.arch", "dump scene good.arch",
  "list services", "list services --format json", "list themes", "completions bash",
  "completions zsh", "completions fish", "--version", "--help", "build --help", "help check",
])
func `When all is well a command ends with 0 and standard error is empty`(line: String) throws {
  try withProject(files) { project in
    let result = try run(line, in: project)
    #expect(result.code == 0)
    if !line.contains("warned") { #expect(result.err == "") }
  }
}

@Test(arguments: [
  "build wrong.arch", "build broken.arch", "build good.arch wrong.arch warned.arch",
  "check wrong.arch", "check broken.arch", "check warned.arch --strict",
  "check warned.arch --fail-on warning", "check warned.arch --fail-on hint --level error",
  "check good.arch wrong.arch --format json", "fmt --check ugly.arch", "fmt --diff ugly.arch",
  "fmt --check", "fmt broken.arch", "fmt --check broken.arch", "fmt --diff broken.arch",
])
func `Problems in a text end a command with 1 and are named`(line: String) throws {
  try withProject(files) { project in
    let result = try run(line, in: project)
    #expect(result.code == 1)
    #expect(!(result.out + result.err).isEmpty)
    #expect(!result.out.contains("no problems"))
  }
}

@Test(arguments: [
  "--fast", "draw good.arch", "build --fast good.arch", "check --fast", "fmt --fast",
  "dump --fast", "list --fast", "completions --fast", "build --format bmp good.arch",
  "build --theme loud good.arch", "check --format xml good.arch", "check --level all good.arch",
  "check --fail-on never good.arch", "check --color maybe good.arch", "list everything",
  "list services --format xml", "completions tcsh", "completions", "list", "dump",
  "dump picture good.arch", "dump tree", "build -o", "build good.arch --flow Nothing",
  "build good.arch wrong.arch -o -", "build good.arch warned.arch -o one.svg",
])
func `Wrong usage ends a command with 2, one sentence on standard error and no file`(
  line: String
) throws {
  try withProject(files) { project in
    let before = try project.names()
    let result = try run(line, in: project)
    #expect(result.code == 2)
    #expect(result.out == "")
    #expect(!result.err.isEmpty)
    #expect(try project.names() == before)
  }
}

@Test(arguments: [
  "build missing.arch", "check missing.arch", "fmt missing.arch", "fmt --check missing.arch",
  "dump tree missing.arch", "check good.arch/inside.arch", "check pipe.arch", "build notes",
  "check notes", "dump model notes", "build good.arch -o taken/", "build good.arch -o /proc/x.svg",
  "build good.arch -o good.arch/x.svg", "build good.arch -o /dev/full", "check circle.arch",
  "build good.arch -o other.arch", "build good.arch -o good.arch",
])
func `A file that cannot be read or written ends a command with 2 and is named`(
  line: String
) throws {
  try withProject(files) { project in
    #expect(try project.shell("mkfifo pipe.arch; ln -s circle.arch circle.arch").code == 0)
    try makeFolder(project.path("taken/good.svg"))
    let result = try run(line, in: project)
    #expect(result.code == 2)
    #expect(result.err.hasPrefix("archc: "))
    #expect(!result.out.contains("no problems"))
    #expect(project.text("good.arch") == goodText)
  }
}

@Test func `A layout that fails ends the command with 2 and leaves the old picture`() throws {
  try withProject(["good.arch": goodText, "good.svg": "old"]) { project in
    let result = try project.shell("ulimit -v 60000; \"$ARCHC\" build good.arch")
    #expect(result.code == 2)
    #expect(result.err.contains("cannot lay out 'good.arch'"))
    #expect(project.text("good.svg") == "old")
  }
}

@Test(arguments: ["build", "check", "fmt", "fmt --check"])
func `A batch goes on past bad files, names every one and ends with the worst code`(
  command: String
) throws {
  try withProject(files) { project in
    let line = "\(command) missing.arch broken.arch good.arch gone.arch wrong.arch ugly.arch"
    let result = try run(line, in: project)
    #expect(result.code == 2)
    for name in ["missing.arch", "broken.arch", "gone.arch"] {
      #expect((result.out + result.err).contains(name))
    }
    if command == "build" {
      #expect(try project.names().filter { $0.hasSuffix(".svg") } == ["good.svg", "ugly.svg"])
    }
    if command == "fmt" { #expect(project.text("ugly.arch") == "user -> s3\n") }
  }
}
