import ArchDiagnostics
import ArchSource
import Testing

@Test func `The summary counts each kind and speaks plainly`() {
  #expect(Summary([SharedReports.shop]).sentence == "3 errors, 3 warnings, 3 hints in 1 file")
  #expect(Summary([Report(SourceMap(), [])]).sentence == "no problems in 1 file")
  #expect(Summary([]).sentence == "no problems in 0 files")
}

@Test func `A problem in a file that two diagrams import is told once`() {
  let imported = SourceText(name: "lib.arch", "x: sqs")
  let problem = Diagnostic("a/b", .error, "no", at: Location(SourceID(1), ByteRange(0, 1)))
  let reports = ["one.arch", "two.arch"].map { name in
    Report(SourceMap([SourceText(name: name, ""), imported]), [problem])
  }
  #expect(reports.withoutRepeats().map(\.diagnostics.count) == [1, 0])
  #expect(Summary(reports) == Summary([reports[0], Report(SourceMap(), [])]))
}
