import ArchDiagnostics
import ArchLint
import Testing

@Test(arguments: RuleCase.all)
func `Bad programs break their rule and no other, good ones none`(rule: RuleCase) {
  let documentation = rule.rule.documentation
  for text in documentation.bad {
    let found = findings(in: text)
    let own = rule.own(found)
    if own.isEmpty || own.count < found.count {
      let fault = own.isEmpty ? "does not break the rule" : "breaks other rules too"
      Issue.record("a bad program \(fault):\n\(described(found, in: text))\nin\n\(text)")
    }
  }
  for text in documentation.good {
    let found = findings(in: text)
    guard !found.isEmpty else { continue }
    Issue.record("a good program is not quiet:\n\(described(found, in: text))\nin\n\(text)")
  }
}
