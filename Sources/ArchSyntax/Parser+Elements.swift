import ArchDiagnostics
import ArchSource

extension Parser {
  /// `connection = operands hop { hop }`
  /// `operands = element { "," operand }`
  ///
  /// Which of the two it is shows only behind the first element, so the nodes around it are made
  /// then.
  mutating func parseElementOrConnection() {
    let start = nodes.count
    parseElement(isFirst: true)
    guard current == .comma || current.isArrow else { return }
    wrap(start, in: .operands)
    let isComplete = parseMoreOperands()
    close(start)
    guard current.isArrow else {
      if isComplete { fail(.expectedArrow(at: locationAfterLast)) }
      return
    }
    wrap(start, in: .connection)
    while current.isArrow { parseHop() }
    close(start)
  }

  /// `hop = arrow operand { "," operand } [ label ] [ block(attribute) ]`
  ///
  /// The label and the block belong to this part of the connection.
  private mutating func parseHop() {
    let node = open(.hop)
    let arrow = currentLocation
    advance()
    skipNewlinesBeforeOperand()
    let operands = open(.operands)
    if parseOperand(after: arrow) { _ = parseMoreOperands() }
    close(operands)
    parseOptionalLabel()
    if at(.openBrace) { parseBlock(in: .settings(of: "edge")) }
    close(node)
  }

  /// `{ "," element }`; false where one is missing.
  private mutating func parseMoreOperands() -> Bool {
    while at(.comma) {
      let comma = currentLocation
      advance()
      skipNewlinesBeforeOperand()
      guard parseOperand(after: comma) else { return false }
    }
    return true
  }

  /// Steps over line breaks after an arrow or a comma, unless nothing follows that could be meant:
  /// a dangling arrow is reported on its own line.
  private mutating func skipNewlinesBeforeOperand() {
    guard at(.newline) else { return }
    let next = kindBehindNewlines
    if next == .identifier || next == .string || next == .blockString { skipNewlines() }
  }

  /// Parses one operand behind an arrow or a comma; false, and a report, where there is none.
  private mutating func parseOperand(after place: Location) -> Bool {
    guard at(.identifier) || at(.string) || at(.blockString) else {
      report(.expectedOperand(found: currentText, after: place))
      if !isAtStatementEnd { skipToStatementEnd() }
      return false
    }
    parseElement(isFirst: false)
    return true
  }

  /// `service-name = identifier { "." identifier }`
  ///
  /// A dot leads to a part or a variant of a service: `sns.fifo`.
  private mutating func parseServiceName() {
    guard at(.identifier) else {
      parseName(.serviceName, what: "a service after ':'")
      return
    }
    let node = open(.serviceName)
    advance()
    while at(.dot), peek() == .identifier {
      advance()
      advance()
    }
    close(node)
  }

  /// `element = name ":" service-name [ label ] [ block(member) ]
  /// | reference [ label ] [ block(member) ]
  /// | label [ block(member) ]`
  /// `operand = name ":" service-name [ label ] [ block(member) ] | reference | label`
  ///
  /// Behind an arrow a bare reference takes neither label nor block: there they belong to the hop.
  private mutating func parseElement(isFirst: Bool) {
    let node = open(.element)
    if at(.identifier), peek() == .colon {
      leaf(.name)
      advance()
      parseServiceName()
      parseElementBody()
    } else if at(.identifier) {
      parseReference()
      if isFirst { parseElementBody() }
    } else {
      leaf(.label)
      if isFirst, at(.openBrace) { parseBlock(in: .element) }
    }
    close(node)
  }

  private mutating func parseElementBody() {
    parseOptionalLabel()
    if at(.openBrace) { parseBlock(in: .element) }
  }

  /// `attribute = name "=" value`
  mutating func parseAttribute() {
    let node = open(.attribute)
    leaf(.name)
    if at(.equalTo) { problems.report(.doubleEquals(at: currentLocation)) }
    advance()
    parseValue()
    close(node)
  }
}
