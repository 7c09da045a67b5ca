import ArchDiagnostics
import ArchSource

extension Parser {
  /// `rule-declaration = "rule" rule-name [ label ] block(rule-statement)`
  /// `rule-name = identifier { "/" identifier }`
  mutating func parseRuleDeclaration() {
    let node = open(.ruleDeclaration)
    advance()
    let name = open(.ruleName)
    advance()
    while take(.slash) {
      if !take(.identifier) {
        problems.report(.expectedName("a name after '/'", at: locationAfterLast))
      }
    }
    close(name)
    parseOptionalLabel()
    if at(.openBrace) {
      parseBlock(in: .rule)
    } else {
      reportMissingBlock(after: "a rule")
    }
    close(node)
  }

  /// `rule-statement = attribute | rule-clause`
  /// `rule-clause = "match" pattern | ( "require" | "forbid" ) expression | "at" reference
  /// | ( "because" | "message" | "bad" | "good" ) string
  /// | ( "fix" | "suggest" ) ( string | "add" string | "set" reference "=" expression )`
  mutating func parseRuleClause() {
    guard at(.identifier) else {
      fail(.expectedRuleClause(found: currentText, at: currentLocation))
      return
    }
    if peek() == .equals || peek() == .equalTo {
      parseAttribute()
      return
    }
    let node = open(.ruleClause)
    resetOperatorCount()
    switch RuleClauseSyntax.Role(rawValue: currentText) {
    case .match:
      advance()
      parsePattern()
    case .require, .forbid:
      advance()
      skipNewlinesBeforeOperand()
      parseExpression()
    case .at:
      advance()
      parseRuleReference("an element or an attribute")
    case .because, .message, .bad, .good:
      advance()
      parseRuleText()
    case .fix, .suggest:
      advance()
      parseRepair()
    case nil: fail(.expectedRuleClause(found: currentText, at: currentLocation))
    }
    close(node)
  }

  private mutating func parseRuleText() {
    if at(.string) || at(.blockString) {
      leaf(.string)
    } else {
      problems.report(.expectedString(at: locationAfterLast))
    }
  }

  private mutating func parseRuleReference(_ what: String) {
    if at(.identifier) {
      parseReference()
    } else {
      problems.report(.expectedName(what, at: locationAfterLast))
    }
  }

  /// What follows `fix` and `suggest`: words, a statement to add, or what to set.
  private mutating func parseRepair() {
    guard take(word: "set") else {
      _ = take(word: "add")
      parseRuleText()
      return
    }
    guard at(.identifier) else {
      problems.report(.expectedName("what to set", at: locationAfterLast))
      return
    }
    parseReference()
    if !take(.equals) {
      problems.report(.expectedWord("=", at: locationAfterLast))
      if isAtStatementEnd { return }
    }
    parseExpression()
  }

  // MARK: Patterns

  /// `pattern = pattern-operand { ( arrow | "in" ) pattern-operand } [ "where" expression ]`
  private mutating func parsePattern() {
    let node = open(.pattern)
    parsePatternOperand()
    while current.isArrow || at(word: "in") {
      advance()
      skipNewlinesBeforeName()
      parsePatternOperand()
    }
    if at(.newline), isBehindNewlines("where") { skipNewlines() }
    if take(word: "where") {
      skipNewlinesBeforeOperand()
      parseExpression()
    }
    close(node)
  }

  /// Steps over line breaks where an expression goes on behind them.
  private mutating func skipNewlinesBeforeOperand() {
    if at(.newline), kindBehindNewlines != .closeBrace { skipNewlines() }
  }

  /// `pattern-operand = reference { "," reference } [ "as" name ]`
  private mutating func parsePatternOperand() {
    let node = open(.patternOperand)
    parseRuleReference("a service or a trait")
    while take(.comma) {
      skipNewlinesBeforeName()
      parseRuleReference("a service or a trait")
    }
    if take(word: "as") { parseName(.name, what: "a name after 'as'") }
    close(node)
  }

  // MARK: Expressions

  /// `expression = binary-expression | unary-expression | primary`
  /// `binary-expression = expression operator expression`
  ///
  /// The operators bind as listed in `Precedence`.
  mutating func parseExpression() {
    nested { $0.parseBinary(above: .none) }
  }

  /// Parses operands joined by operators that bind tighter than a level: precedence climbing.
  private mutating func parseBinary(above level: Precedence) {
    let start = nodes.count
    parseUnary()
    while let precedence = precedenceAhead, precedence > level {
      skipNewlines()
      guard countOperator() else { return }
      wrap(start, in: .binaryExpression)
      advance()
      skipNewlines()
      nested { $0.parseBinary(above: precedence) }
      close(start)
    }
  }

  /// How tightly the next operator binds. Nothing but the rest of an expression begins a line with
  /// `and` or `or`.
  private var precedenceAhead: Precedence? {
    guard at(.newline) else { return currentPrecedence }
    return isBehindNewlines("or") ? .or : isBehindNewlines("and") ? .and : nil
  }

  private var currentPrecedence: Precedence? {
    switch current {
    case .identifier where at(word: "or"): .or
    case .identifier where at(word: "and"): .and
    case .identifier where at(word: "in"): .comparison
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equalTo, .notEqualTo: .comparison
    case .plus, .minus: .sum
    case .star, .slash: .product
    default: nil
    }
  }

  /// `unary-expression = ( "not" | "-" ) ( unary-expression | primary )`
  private mutating func parseUnary() {
    guard at(word: "not") || (at(.minus) && peek() != .number) else {
      parsePrimary()
      return
    }
    let node = open(.unaryExpression)
    advance()
    nested { $0.parseUnary() }
    close(node)
  }

  /// `primary = parenthesized | list | quantifier | call | reference | range | number | address
  /// | string`
  /// `quantifier = ( "exists" | "count" ) "(" pattern ")"`
  /// `call = reference "(" [ expression { "," expression } [ "," ] ] ")"`
  /// `parenthesized = "(" expression ")"`
  private mutating func parsePrimary() {
    let start = nodes.count
    switch current {
    case .openParenthesis: parseParenthesized()
    case .openBracket: parseList()
    case .identifier:
      if (at(word: "exists") || at(word: "count")) && peek() == .openParenthesis {
        parseQuantifier()
        return
      }
      parseReference()
      guard at(.openParenthesis) else { return }
      wrap(start, in: .call)
      parseArguments()
      close(start)
    default:
      if parseSimpleValue() {
        parseRangeEnd(from: start)
      } else {
        report(.expectedExpression(found: currentText, at: currentLocation))
        if !isAtStatementEnd { skipToStatementEnd() }
      }
    }
  }

  private mutating func parseQuantifier() {
    let node = open(.quantifier)
    advance()
    withinParentheses { parser in parser.nested { $0.parsePattern() } }
    close(node)
  }

  private mutating func parseParenthesized() {
    let node = open(.parenthesized)
    withinParentheses { $0.parseExpression() }
    close(node)
  }

  private mutating func parseArguments() {
    withinParentheses { parser in
      while !parser.at(.closeParenthesis), !parser.at(.endOfFile), !parser.at(.closeBrace) {
        let before = parser.position
        parser.parseExpression()
        if !parser.take(.comma) || parser.position == before { break }
      }
    }
  }

  private mutating func withinParentheses(_ body: (inout Parser) -> Void) {
    let parenthesis = currentLocation
    withinBrackets { parser in
      parser.advance()
      body(&parser)
      if !parser.take(.closeParenthesis) {
        parser.reportUnclosedBracket(.unclosedParenthesis(at: parenthesis))
      }
    }
  }
}

/// How tightly an operator binds, loosest first.
private enum Precedence: Int, Comparable {
  case none, or, and, comparison, sum, product

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
}
