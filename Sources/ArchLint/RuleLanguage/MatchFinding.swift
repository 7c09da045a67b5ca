import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

/// Turns a place where a rule must be reported into a finding: its message, the smallest place that
/// shows it, the attributes that took part, the numbers, and the changes that mend it.
final class MatchFinding {
  let rule: Rule
  let check: PatternCheck
  let text: RuleText
  let edits: TextPlaces

  init(rule: Rule, check: PatternCheck, text: RuleText, edits: TextPlaces) {
    self.rule = rule
    self.check = check
    self.text = text
    self.edits = edits
  }

  func finding(_ run: RuleRun, _ failure: RuleExpression?) -> RuleReport.Finding {
    let culprit = failure.map { smallest($0, run) }
    let stated = culprit.map { statedAttributes($0, run) } ?? []
    let place = place(culprit, stated, run)
    var finding = RuleReport.Finding(
      message: message(run), location: place, subjects: subjects(run))
    finding.secondary = stated.filter { $0.attribute.valueLocation != place }.map {
      Label($0.attribute.valueLocation, "'\($0.attribute.name)' of \($0.owner) is set here")
    }
    if let numbers = culprit.flatMap({ text.numbers($0, run) }) { finding.evidence = [numbers] }
    finding.fixes = fixes(run)
    return finding
  }

  private func message(_ run: RuleRun) -> String {
    if let message = check.message { return text.filled(message, run) }
    let names = check.pattern.operands.map { text.words(for: run.elements[$0.slot.index], run) }
    return "\(names.joined(separator: " -> ")): \(rule.summary)"
  }

  private func subjects(_ run: RuleRun) -> [RuleSubject] {
    check.pattern.edges.map {
      .connection(run.architecture.edge(at: run.edges[$0.index]).connection)
    }
      + check.pattern.operands.map { .element(run.elements[$0.slot.index]) }
  }

  // MARK: Places

  /// Of several conditions that must all hold, the first that does not.
  private func smallest(_ expression: RuleExpression, _ run: RuleRun) -> RuleExpression {
    guard case .all(let parts) = expression else { return expression }
    for part in parts where run.truth(part) == false { return smallest(part, run) }
    return expression
  }

  private struct StatedAttribute {
    var attribute: Attribute
    var owner: String
  }

  private func statedAttributes(
    _ expression: RuleExpression, _ run: RuleRun
  ) -> [StatedAttribute] {
    var found: [StatedAttribute] = []
    expression.visit { part in
      guard let stated = statedAttribute(part, run) else { return }
      if !found.contains(where: { $0.attribute.valueLocation == stated.attribute.valueLocation }) {
        found.append(stated)
      }
    }
    return found
  }

  private func statedAttribute(_ expression: RuleExpression, _ run: RuleRun) -> StatedAttribute? {
    switch expression {
    case .attribute(let slot, let path, _):
      return statedAttribute(path, of: run.elements[slot.index], run)
    case .beyond(let start, let path, _):
      guard let element = statedAttribute(start, run)?.attribute.targets.first else { return nil }
      return statedAttribute(path, of: element, run)
    case .edgeAttribute(let slot, let name, _):
      let edge = run.architecture.edge(at: run.edges[slot.index])
      return run.architecture.stated(name, of: edge).map {
        StatedAttribute(attribute: $0, owner: "the edge")
      }
    case .setting(let name, _):
      return run.model.settings.first { $0.name == name }.map {
        StatedAttribute(attribute: $0, owner: "the diagram")
      }
    default: return nil
    }
  }

  private func statedAttribute(
    _ path: [String], of start: ElementID, _ run: RuleRun
  ) -> StatedAttribute? {
    var element = start
    for name in path.dropLast() {
      let next = run.architecture.targets(name, of: element).first
      guard let next = next ?? run.architecture.place(name, of: element) else { return nil }
      element = next
    }
    return path.last.flatMap { run.architecture.stated($0, of: element) }.map {
      StatedAttribute(attribute: $0, owner: "'\(run.model[element].name)'")
    }
  }

  private func place(
    _ culprit: RuleExpression?, _ stated: [StatedAttribute], _ run: RuleRun
  ) -> Location {
    if let place = check.place.flatMap({ location(of: $0, run) }) { return place }
    if check.place == nil, let culprit, let first = leading(culprit, run) {
      return first.attribute.valueLocation
    }
    if let edge = check.pattern.edges.first {
      let edge = run.architecture.edge(at: run.edges[edge.index])
      return run.architecture.connection(edge).declaration
    }
    return run.model[run.elements[check.pattern.operands[0].slot.index]].declaration
  }

  /// The attribute on the left of the comparison that failed, if the text states it.
  private func leading(_ culprit: RuleExpression, _ run: RuleRun) -> StatedAttribute? {
    switch culprit {
    case .compare(let left, _, let right):
      leading(left, run) ?? leading(right, run)
    case .not(let part), .negative(let part): leading(part, run)
    case .all(let parts), .any(let parts): parts.lazy.compactMap { self.leading($0, run) }.first
    case .calculate(let left, _, let right): leading(left, run) ?? leading(right, run)
    case .call(_, let parts, _): parts.lazy.compactMap { self.leading($0, run) }.first
    default: statedAttribute(culprit, run)
    }
  }

  private func location(of place: RuleExpression, _ run: RuleRun) -> Location? {
    switch place {
    case .element(let slot): return run.model[run.elements[slot.index]].declaration
    case .attribute(let slot, _, _):
      return statedAttribute(place, run)?.attribute.valueLocation
        ?? run.model[run.elements[slot.index]].declaration
    case .edgeAttribute(let slot, _, _):
      let edge = run.architecture.edge(at: run.edges[slot.index])
      return statedAttribute(place, run)?.attribute.valueLocation
        ?? run.architecture.connection(edge).declaration
    case .constant(.word("edge")):
      guard let slot = check.pattern.edges.first else { return nil }
      return run.architecture.connection(run.architecture.edge(at: run.edges[slot.index]))
        .declaration
    default: return nil
    }
  }

  // MARK: Fixes

  private func fixes(_ run: RuleRun) -> [FixIt] {
    [(check.fix, true), (check.suggestion, false)].compactMap { changes, isSafe in
      guard !changes.isEmpty else { return nil }
      var edits: [TextEdit] = []
      var titles: [String] = []
      for change in changes {
        guard let (edit, title) = self.edit(change, run) else { return nil }
        edits.append(edit)
        titles.append(title)
      }
      return FixIt(titles.joined(separator: " and "), edits, isSafe: isSafe)
    }
  }

  private func edit(
    _ change: PatternCheck.Change, _ run: RuleRun
  ) -> (TextEdit, String)? {
    switch change {
    case .add(let statement):
      let element = run.elements[check.pattern.operands[0].slot.index]
      let statement = text.filled(statement, run)
      return edits.adding(statement, behind: run.model[element].declaration).map {
        ($0, "add '\(statement)'")
      }
    case .set(.attribute(let slot, let path, _), let expression):
      guard let name = path.first else { return nil }
      let element = run.elements[slot.index]
      let type = run.architecture.service(of: element).attribute(name)?.type
      guard let value = text.literal(expression, as: type, run) else { return nil }
      let title = "set \(name) = \(value)"
      if let stated = run.architecture.stated(name, of: element) {
        return (TextEdit(stated.valueLocation, value), title)
      }
      return edits.setting("\(name) = \(value)", of: run.model[element]).map { ($0, title) }
    case .set(.edgeAttribute(let slot, let name, _), let expression):
      guard let value = text.literal(expression, as: nil, run) else { return nil }
      let edge = run.architecture.edge(at: run.edges[slot.index])
      let title = "set \(name) = \(value)"
      if let stated = run.architecture.stated(name, of: edge) {
        return (TextEdit(stated.valueLocation, value), title)
      }
      let connection = run.architecture.connection(edge)
      return edits.setting("\(name) = \(value)", of: connection).map { ($0, title) }
    case .set: return nil
    }
  }
}
