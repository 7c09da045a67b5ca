import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax
import FoundationEssentials

let args = CommandLine.arguments
let data = try Data(contentsOf: URL(fileURLWithPath: args[2]))
let source = SourceText(name: args[2], bytes: Array(data))
nonisolated(unsafe) var limits = Limits.standard
limits.parse.bytes = 1 << 30
limits.totalBytes = 1 << 30
limits.elements = 1 << 30
limits.connections = 1 << 30
func run() -> ResolvedModel {
  let p = loadProgram(ImportedSource(identity: "/", source: source), limits: limits) {
    (_, _) throws(ImportFailure) in throw ImportFailure("no")
  }
  var r = resolve(p, limits: limits)
  r.diagnostics = p.diagnostics + r.diagnostics
  return r
}
if args[1] == "model" {
  let r = run()
  for i in r.model.elements.indices {
    let e = ElementID(i)
    print(
      r.model.path(of: e), r.model.service(of: e).key, r.model[e].label,
      r.model[e].attributes.map { "\($0.name)=\($0.value)" })
  }
  for c in r.model.connections {
    print(r.model.path(of: c.source), c.kind, r.model.path(of: c.target), c.label ?? "")
  }
  for d in r.diagnostics { print(d.primary.location.range, d.severity.word, d.id.name, d.message) }
} else {
  let clock = ContinuousClock()
  for _ in 0..<5 {
    var r: ResolvedModel?
    let t = clock.measure { r = run() }
    let s = Double(t.components.seconds) + Double(t.components.attoseconds) / 1e18
    print(
      "\(Double(source.count) / 1e6 / s) MB/s", r!.diagnostics.count, r!.model.elements.count,
      r!.model.connections.count)
  }
}
