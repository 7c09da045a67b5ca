import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Patterns: which services stand where, and the names they go by.
extension RuleReader {
  /// Reads a pattern and its condition. The names of the outer pattern are known in the rest of the
  /// rule; those of a quantifier only in its own condition.
  mutating func readPattern(_ syntax: PatternSyntax, isOuter: Bool) -> RulePattern? {
    let operands = syntax.operands
    guard !operands.isEmpty, operands.allSatisfy({ !$0.words.isEmpty }) else { return nil }
    guard operands.count <= 4 else {
      problems.append(.longPattern(syntax))
      return nil
    }
    let links = syntax.links.map(link)
    if isOuter, links.contains(where: { $0 == .inside }) {
      problems.append(.insideInMatch(syntax))
      return nil
    }
    var pattern = RulePattern(operands: [], links: links, edges: [])
    for operand in operands { pattern.operands.append(readOperand(operand, isOuter: isOuter)) }
    for _ in links {
      pattern.edges.append(EdgeSlot(index: edgeSlots))
      edgeSlots += 1
    }
    name(pattern, operands: operands, isOuter: isOuter)
    if let condition = syntax.condition { pattern.condition = readExpression(condition) }
    return pattern
  }

  private func link(_ token: TokenKind) -> RulePattern.Link {
    switch token {
    case .arrowRight, .eventRight: .forward
    case .arrowLeft, .eventLeft: .backward
    case .arrowBoth, .eventBoth, .association: .either
    default: .inside
    }
  }

  private mutating func readOperand(
    _ syntax: PatternOperandSyntax, isOuter: Bool
  ) -> RulePattern.Operand {
    let words = syntax.words.map(\.text)
    if !isOuter, words.count == 1, let slot = names.elements[words[0]] {
      return RulePattern.Operand(words: [], slot: slot, isBound: true)
    }
    let slot = ElementSlot(index: elementSlots)
    elementSlots += 1
    if !isOuter, words.count == 1, let origin = origin(syntax.words[0]) {
      return RulePattern.Operand(words: [], slot: slot, isBound: true, origin: origin)
    }
    return RulePattern.Operand(words: words, slot: slot, locations: syntax.words.map(\.location))
  }

  /// What a path from an element outside leads to, `it.vpc`.
  private func origin(_ node: SyntaxNode) -> RulePattern.Origin? {
    let path = ReferenceSyntax(node: node).names.map { node.tree.text(ofToken: $0) }
    guard path.count > 1, let slot = names.elements[path[0]] else { return nil }
    return RulePattern.Origin(slot: slot, path: Array(path.dropFirst()), location: node.location)
  }

  /// Gives the elements and the edge of a pattern their names.
  private mutating func name(
    _ pattern: RulePattern, operands: [PatternOperandSyntax], isOuter: Bool
  ) {
    if isOuter {
      if pattern.operands.count == 1 {
        names.elements["it"] = pattern.operands[0].slot
      } else {
        names.elements["source"] = pattern.operands[0].slot
        names.elements["target"] = pattern.operands[pattern.operands.count - 1].slot
      }
    }
    for (operand, syntax) in zip(pattern.operands, operands) {
      if let name = syntax.name?.text { names.elements[name] = operand.slot }
    }
    names.edge = pattern.edges.count == 1 ? pattern.edges[0] : nil
  }

  /// Reads `exists(…)` and `count(…)`.
  mutating func readQuantifier(_ node: SyntaxNode) -> RuleExpression? {
    guard let syntax = node.child(.pattern).map(PatternSyntax.init) else { return nil }
    guard !isInQuantifier else {
      problems.append(.nestedQuantifier(node))
      return nil
    }
    let outer = names
    isInQuantifier = true
    defer {
      isInQuantifier = false
      names = outer
    }
    guard let pattern = readPattern(syntax, isOuter: false) else { return nil }
    let anchors = pattern.operands.indices.filter { pattern.operands[$0].isBound }
    let foreign = foreignElements(in: pattern)
    guard anchors.count <= 1, foreign.isEmpty else {
      problems.append(.severalAnchors(node))
      return nil
    }
    let quantifier = Quantifier(pattern: pattern, anchor: anchors.first, index: quantifiers)
    quantifiers += 1
    return node.text.hasPrefix("exists") ? .exists(quantifier) : .count(quantifier)
  }

  /// The elements from outside that the condition of a quantifier asks about, besides its anchor.
  private func foreignElements(in pattern: RulePattern) -> [ElementSlot] {
    let own = Set(pattern.operands.map(\.slot))
    return (pattern.condition?.all ?? []).compactMap { part in
      switch part {
      case .element(let slot), .attribute(let slot, _, _): own.contains(slot) ? nil : slot
      default: nil
      }
    }
  }
}
