import ArchCatalog
import ArchDiagnostics
import ArchLayout
import ArchLint
import ArchModel
import ArchScene
import ArgumentParser

/// `archc list`: what there is.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists services, rules, themes, icons or limits.")

  /// What can be listed.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case services, rules, themes, icons, limits
  }

  /// How a list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "What to list: services, rules, themes, icons or limits.")
  var subject: Subject

  @Option(help: "How it is written: text or json.")
  var format = Format.text

  mutating func run() throws {
    let text =
      switch (subject, format) {
      case (.services, .text): servicesAsText(Catalog().services)
      case (.services, .json):
        JSONWriter.text(.array(Catalog().services.map(JSONValue.init)), .pretty)
      case (.rules, .text): rulesAsText(knownRules())
      case (.rules, .json):
        JSONWriter.text(.array(knownRules().map(JSONValue.init)), .pretty)
      case (.themes, .text): Theme.allCases.map(\.rawValue).joined(separator: "\n")
      case (.themes, .json):
        JSONWriter.text(.array(Theme.allCases.map { .string($0.rawValue) }), .pretty)
      case (.icons, .text): iconsAsText
      case (.icons, .json): JSONWriter.text(.array(IconUse.all.map(JSONValue.init)), .pretty)
      case (.limits, .text): limits.map { "\($0.bound)  \($0.name)" }.joined(separator: "\n")
      case (.limits, .json):
        JSONWriter.text(
          .array(
            limits.map { .object(["name": .string($0.name), "limit": .integer($0.bound)]) }),
          .pretty)
      }
    if !printsText(text) { throw Ending.failure }
  }

  /// A line for each icon: its name, what it stands for.
  private var iconsAsText: String {
    let icons = IconNames.all
    let width = icons.reduce(0) { max($0, $1.name.count) }
    return icons.map { $0.name.padded(to: width + 2) + $0.meaning }.joined(separator: "\n")
  }

  /// The bounds on texts, diagrams and layouts.
  private var limits: [(name: String, bound: Int)] {
    let layout = LayoutLimits.standard
    return Limits.standard.listing + [
      ("milliseconds of a layout of up to 5000 boxes; more for more", layout.milliseconds),
      ("bytes of memory of a layout", layout.memory),
    ]
  }

  /// A line for each rule: its name, how much it matters, what it finds.
  private func rulesAsText(_ rules: [Rule]) -> String {
    let width = rules.reduce(0) { max($0, $1.id.name.count) }
    return rules.map { rule in
      let padding = String(repeating: " ", count: width - rule.id.name.count + 2)
      let severity = rule.severity.word.padded(to: 9)
      return rule.id.name + padding + severity + rule.summary
    }.joined(separator: "\n")
  }

  /// A line for each service: its key, its title, its other names.
  private func servicesAsText(_ services: [Service]) -> String {
    let width = services.reduce(0) { max($0, $1.key.count) }
    return services.map { service in
      let padding = String(repeating: " ", count: width - service.key.count + 2)
      let aliases = service.aliases.isEmpty ? "" : " (\(service.aliases.joined(separator: ", ")))"
      return service.key + padding + service.title + aliases
    }.joined(separator: "\n")
  }
}

/// An icon, and the services whose cards show it.
private struct IconUse {
  var name: String
  var services: [String]

  /// Every icon, in alphabetical order.
  static var all: [IconUse] {
    let users = Dictionary(grouping: Catalog().services, by: \.iconName)
    return IconNames.all.map { IconUse(name: $0.name, services: users[$0.name]?.map(\.key) ?? []) }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }
}

extension JSONValue {
  /// An icon as `list icons --format json` has it.
  fileprivate init(_ icon: IconUse) {
    self = .object([
      "name": .string(icon.name), "services": .array(icon.services.map { .string($0) }),
    ])
  }

  /// A rule as `list rules --format json` has it.
  fileprivate init(_ rule: Rule) {
    let documentation = rule.documentation
    self = .object([
      "id": .string(rule.id.name), "severity": .string(rule.severity.word),
      "summary": .string(rule.summary),
      "facts": .array(documentation.facts.map { .string($0) }),
      "source": .string(documentation.source(in: CatalogSnapshot.bundled)),
      "sameAs": .array(documentation.equivalents.map { .string($0) }),
      "detail": rule.detail.map { .string($0.rawValue) } ?? .null,
      "fixable": .bool(documentation.hasFix),
    ])
  }

  /// A service as `list services --format json` has it.
  fileprivate init(_ service: Service) {
    func strings(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }
    func others(_ side: ConnectionClause.Side) -> JSONValue {
      let allowed = service.connections.filter { $0.side == side && !$0.isNever }
      return strings(Set(allowed.flatMap(\.others)).sorted())
    }
    self = .object([
      "name": .string(service.key), "title": .string(service.title),
      "category": .string(service.category), "aliases": strings(service.aliases),
      "summary": .string(service.summary),
      "attributes": .array(service.attributes.map(JSONValue.init)),
      "sendsTo": others(.sendsTo), "receivesFrom": others(.receivesFrom),
      "status": .string(service.lifecycle.status.rawValue), "source": .string(service.source),
    ])
  }

  private init(_ attribute: AttributeDeclaration) {
    self = .object([
      "name": .string(attribute.name), "type": .string(attribute.type.spelling),
      "default": attribute.defaultText.map { .string($0) } ?? .null,
      "range": attribute.bounds.map { .string($0.text) } ?? .null,
      "summary": .string(attribute.summary),
    ])
  }
}
