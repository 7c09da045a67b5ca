import ArchDiagnostics
import ArchSource

/// Where a statement stands, which decides what it may be.
enum StatementContext {
  case file
  /// An element's block: attributes, elements and connections.
  case element
  /// A connection's block or a header's: attributes only.
  case settings(of: StaticString)
  /// A flow's block, or what moves `together`.
  case flow
  case service
  case attributes
  case rule

  /// Whether elements may stand there.
  var holdsElements: Bool {
    switch self {
    case .file, .element, .flow: true
    case .settings, .service, .attributes, .rule: false
    }
  }
}

extension Parser {
  /// `file = [ statement ] { separator [ statement ] }`
  mutating func parseFile() {
    let node = open(.file)
    while true {
      parseStatements(in: .file)
      guard at(.closeBrace) else { break }
      problems.report(.unmatchedBrace(at: currentLocation))
      leaf(.error)
    }
    close(node)
    // The file also owns the trivia around its statements.
    extendRootOverAllTokens()
  }

  /// Statements up to a closing brace or the end of the file.
  mutating func parseStatements(in context: StatementContext) {
    while current != .closeBrace, current != .endOfFile {
      let before = position
      if current == .newline || current == .semicolon {
        advance()
      } else {
        parseStatement(in: context)
        expectStatementEnd(in: context)
      }
      precondition(position > before, "every statement consumes at least one token")
    }
  }

  /// `block(item) = "{" [ item ] { separator [ item ] } "}"`
  mutating func parseBlock(in context: StatementContext) {
    let node = open(.block)
    let brace = currentLocation
    nested { parser in
      parser.advance()
      parser.parseStatements(in: context)
      if !parser.take(.closeBrace) { parser.reportUnclosedBlock(openedAt: brace) }
    }
    close(node)
  }

  /// Whatever follows a whole statement on its line is one mistake.
  private mutating func expectStatementEnd(in context: StatementContext) {
    guard !isAtStatementEnd else { return }
    fail(messageForTrailingText(in: context))
  }

  private func messageForTrailingText(in context: StatementContext) -> Diagnostic {
    switch current {
    case .openBrace: .unexpectedBlock(at: currentLocation)
    case .identifier where isBehindBareName && context.holdsElements:
      .missingColon(before: currentText, at: currentLocation, gap: locationAfterLast)
    default: .trailingText(currentText, at: currentLocation)
    }
  }

  private mutating func parseStatement(in context: StatementContext) {
    switch context {
    case .file, .element: parseDeclaration(in: context)
    case .settings(let owner): parseSetting(of: owner)
    case .flow: parseFlowStatement()
    case .service: parseServiceStatement()
    case .attributes: parseAttributesStatement()
    case .rule: parseRuleClause()
    }
  }

  /// `statement = import-declaration | diagram-header | flow | service-declaration
  /// | attributes-declaration | rule-declaration | member`
  /// `member = attribute | element | connection`
  private mutating func parseDeclaration(in context: StatementContext) {
    switch current {
    case .identifier:
      if peek() == .equals || peek() == .equalTo {
        parseAttribute()
      } else if !parseKeywordDeclaration(in: context) {
        parseElementOrConnection()
      }
    case .string, .blockString: parseElementOrConnection()
    case let kind where kind.isArrow:
      fail(.missingOperand(before: currentText, at: currentLocation))
    case .number, .address: fail(.nameBeginsWithDigit(currentText, at: currentLocation))
    case .openBrace: fail(.unexpectedBlock(at: currentLocation))
    default: fail(.expectedStatement(found: currentText, at: currentLocation))
    }
  }

  /// A declaration that a keyword opens; false where the word is an element's name after all.
  private mutating func parseKeywordDeclaration(in context: StatementContext) -> Bool {
    let next = peek()
    guard next == .string || next == .blockString || next == .openBrace || next == .identifier
    else { return false }
    let isNamed = next == .identifier
    if at(word: "import"), next == .string {
      parseTopLevel("import", in: context) { $0.parseImport() }
    } else if at(word: "diagram"), !isNamed {
      parseTopLevel("diagram", in: context) { $0.parseDiagramHeader() }
    } else if at(word: "flow"), !isNamed {
      parseTopLevel("flow", in: context) { $0.parseFlow() }
    } else if at(word: "service"), isNamed {
      parseTopLevel("service", in: context) { $0.parseServiceDeclaration() }
    } else if at(word: "attributes"), isNamed {
      parseTopLevel("attributes", in: context) { $0.parseAttributesDeclaration() }
    } else if at(word: "rule"), isNamed {
      parseTopLevel("rule", in: context) { $0.parseRuleDeclaration() }
    } else {
      return false
    }
    return true
  }

  /// Parses a declaration that may stand only outside all blocks.
  private mutating func parseTopLevel(
    _ keyword: String, in context: StatementContext, _ body: (inout Parser) -> Void
  ) {
    if case .element = context {
      problems.report(.misplacedDeclaration(keyword, at: currentLocation))
    }
    body(&self)
  }

  private mutating func parseSetting(of owner: StaticString) {
    if at(.identifier), peek() == .equals || peek() == .equalTo {
      parseAttribute()
    } else {
      fail(.expectedSetting(of: "\(owner)", found: currentText, at: currentLocation))
    }
  }

  // MARK: Files

  /// `import-declaration = "import" quoted-string [ "as" name ]`
  private mutating func parseImport() {
    let node = open(.importDeclaration)
    advance()
    leaf(.string)
    if take(word: "as") { parseName(.name, what: "a name for the import") }
    close(node)
  }

  /// `diagram-header = "diagram" ( label [ block(attribute) ] | block(attribute) )`
  private mutating func parseDiagramHeader() {
    let node = open(.diagramHeader)
    advance()
    parseOptionalLabel()
    if at(.openBrace) { parseBlock(in: .settings(of: "diagram")) }
    close(node)
  }

  // MARK: Flows

  /// `flow = "flow" [ label ] block(flow-statement)`
  private mutating func parseFlow() {
    let node = open(.flow)
    advance()
    parseOptionalLabel()
    if at(.openBrace) {
      parseBlock(in: .flow)
    } else {
      reportMissingBlock(after: "a flow")
    }
    close(node)
  }

  /// `flow-statement = together | member`
  /// `together = "together" block(flow-statement)`
  private mutating func parseFlowStatement() {
    if at(word: "together"), peek() == .openBrace {
      let node = open(.together)
      advance()
      parseBlock(in: .flow)
      close(node)
    } else {
      parseDeclaration(in: .element)
    }
  }

  // MARK: Small parts

  /// Reports that a block is missing; one on the next line is reported there.
  mutating func reportMissingBlock(after what: String) {
    if at(.newline), kindBehindNewlines == .openBrace { return }
    problems.report(.expectedBlock(after: what, at: locationAfterLast))
  }

  /// Makes a node of an identifier, or reports that one is missing.
  mutating func parseName(_ kind: SyntaxKind, what: String) {
    if at(.identifier) {
      leaf(kind)
    } else {
      problems.report(.expectedName(what, at: locationAfterLast))
    }
  }

  /// `label = string`
  mutating func parseOptionalLabel() {
    if at(.string) || at(.blockString) { leaf(.label) }
  }
}
