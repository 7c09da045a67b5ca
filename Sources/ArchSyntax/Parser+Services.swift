import ArchDiagnostics
import ArchSource

extension Parser {
  /// `service-declaration = "service" name [ label ] [ block(service-statement) ]`
  mutating func parseServiceDeclaration() {
    let node = open(.serviceDeclaration)
    advance()
    parseName(.name, what: "a name after 'service'")
    parseOptionalLabel()
    if at(.openBrace) { parseBlock(in: .service) }
    close(node)
  }

  /// `attributes-declaration = "attributes" name [ block(attribute-declaration) ]`
  mutating func parseAttributesDeclaration() {
    let node = open(.attributesDeclaration)
    advance()
    parseName(.name, what: "'element', 'edge', 'diagram' or 'step' after 'attributes'")
    if at(.openBrace) { parseBlock(in: .attributes) }
    close(node)
  }

  /// `service-statement = attribute | variant-declaration | attribute-declaration
  /// | limit-declaration | clause | fact-declaration`
  mutating func parseServiceStatement() {
    guard at(.identifier) else {
      fail(.expectedServiceStatement(found: currentText, at: currentLocation))
      return
    }
    if peek() == .equals || peek() == .equalTo {
      parseAttribute()
    } else if at(word: "attribute") {
      parseAttributeDeclaration()
    } else if at(word: "limit") {
      parseLimitDeclaration()
    } else if at(word: "variant") {
      parseVariantDeclaration()
    } else if at(word: "fact") {
      parseFactDeclaration()
    } else if !parseClause() {
      fail(.expectedServiceStatement(found: currentText, at: currentLocation))
    }
  }

  /// A line of `attributes`: an `attribute-declaration`.
  mutating func parseAttributesStatement() {
    if at(word: "attribute"), peek() == .identifier {
      parseAttributeDeclaration()
    } else {
      fail(.expectedAttributeDeclaration(found: currentText, at: currentLocation))
    }
  }

  /// `variant-declaration = "variant" name [ label ] name "=" value`
  private mutating func parseVariantDeclaration() {
    let node = open(.variantDeclaration)
    if parseDeclaredName() {
      parseOptionalLabel()
      parseVariantSetting()
    }
    close(node)
  }

  private mutating func parseVariantSetting() {
    guard at(.identifier) || at(.equals) else {
      problems.report(
        .expectedName("the attribute that the variant sets", at: locationAfterLast))
      if !isAtStatementEnd { skipToStatementEnd() }
      return
    }
    parseName(.name, what: "the attribute that the variant sets")
    if !take(.equals) {
      problems.report(.expectedWord("=", at: locationAfterLast))
      if isAtStatementEnd { return }
    }
    parseValue()
  }

  /// `attribute-declaration = "attribute" name ":" type-expression [ bounds ] [ "=" value ]
  /// [ label ] [ alternative-names ] [ condition ] [ citations ]`
  /// `alternative-names = "also" names`
  private mutating func parseAttributeDeclaration() {
    let node = open(.attributeDeclaration)
    if parseDeclaredName() { parseAttributeDetails() }
    close(node)
  }

  private mutating func parseAttributeDetails() {
    if take(.colon) {
      parseType()
      parseBounds()
    } else {
      problems.report(.expectedType(at: locationAfterLast))
    }
    if take(.equals) { parseValue() }
    skipNewlinesBeforeContinuation()
    parseOptionalLabel()
    skipNewlinesBeforeContinuation()
    if at(word: "also") {
      let names = open(.alternativeNames)
      advance()
      parseNameList()
      close(names)
    }
    parseCondition()
    parseCitations()
  }

  /// `limit-declaration = "limit" name bounds [ "=" value ] condition [ citations ]`
  private mutating func parseLimitDeclaration() {
    let node = open(.limitDeclaration)
    if parseDeclaredName() { parseLimitDetails() }
    close(node)
  }

  private mutating func parseLimitDetails() {
    guard at(.number) || at(.minus) else {
      problems.report(.expectedRange(at: locationAfterLast))
      if !isAtStatementEnd { skipToStatementEnd() }
      return
    }
    parseBounds()
    if take(.equals) { parseValue() }
    let end = locationAfterLast
    if !parseCondition() { problems.report(.expectedCondition(at: end)) }
    parseCitations()
  }

  /// `fact-declaration = "fact" name [ label ] [ block(attribute) ]`
  private mutating func parseFactDeclaration() {
    let node = open(.factDeclaration)
    if parseDeclaredName() {
      parseOptionalLabel()
      if at(.openBrace) { parseBlock(in: .settings(of: "fact")) }
    }
    close(node)
  }

  /// Consumes the word that begins a declaration and the name behind it; without one, reports that
  /// and steps over the rest.
  private mutating func parseDeclaredName() -> Bool {
    let word = currentText
    advance()
    if at(.identifier) {
      leaf(.name)
      return true
    }
    problems.report(.expectedName("a name after '\(word)'", at: locationAfterLast))
    if !isAtStatementEnd { skipToStatementEnd() }
    return false
  }

  /// `type-expression = name { "|" name } | "reference" [ names ] | name type-expression`
  private mutating func parseType() {
    let node = open(.typeExpression)
    if at(.identifier) {
      let isReference = at(word: "reference")
      leaf(.name)
      if at(.bar) {
        while take(.bar) {
          skipNewlinesBeforeName()
          parseName(.name, what: "a word after '|'")
        }
      } else if at(.identifier), !at(word: "also"), !at(word: "where") {
        if isReference { parseNameList() } else { nested { $0.parseType() } }
      }
    } else {
      problems.report(.expectedType(at: locationAfterLast))
    }
    close(node)
  }

  /// `bounds = number [ ".." [ number | address ] ] | alternatives`
  /// `alternatives = number "|" number { "|" number }`
  ///
  /// The values a type allows, as in `duration 0s..12h` or `integer 1 | 5 | 10`.
  private mutating func parseBounds() {
    guard at(.number) || at(.minus) else { return }
    let start = nodes.count
    _ = parseSimpleValue()
    guard at(.bar) else {
      parseRangeEnd(from: start)
      return
    }
    wrap(start, in: .alternatives)
    while take(.bar) {
      if at(.newline), kindBehindNewlines == .number { skipNewlines() }
      if !parseSimpleValue() {
        problems.report(.expectedRange(at: locationAfterLast))
        break
      }
    }
    close(start)
  }

  /// `clause = "closed" [ citations ] | "stands" "in" names [ condition ] | "contains" names
  /// | ( "receives" "from" | "sends" "to" ) "nothing" "else" [ citations ]
  /// | [ "never" ] ( "receives" "from" | "sends" "to" ) names
  /// [ "as" connection-kind [ invocation ] ] [ condition ] [ label ] [ citations ]`
  private mutating func parseClause() -> Bool {
    let isKnown =
      at(word: "stands") || at(word: "contains") || at(word: "closed") || at(word: "receives")
      || at(word: "sends") || at(word: "never")
    guard isKnown else { return false }
    let node = open(.clause)
    if take(word: "closed") {
      parseCitations()
    } else if take(word: "contains") {
      parseNameList()
    } else if take(word: "stands") {
      takePreposition("in")
      parseNameList()
      parseCondition()
    } else {
      parseConnectionClause()
    }
    close(node)
    return true
  }

  private mutating func parseConnectionClause() {
    let isNever = take(word: "never")
    if take(word: "sends") {
      takePreposition("to")
    } else if take(word: "receives") {
      takePreposition("from")
    } else {
      var problem = Diagnostic.expectedWord("sends to", at: locationAfterLast)
      if isAtStatementEnd { problem.fixes = [] }
      problems.report(problem)
      if isAtStatementEnd { return }
    }
    if !isNever, at(word: "nothing"), peek() != .comma {
      advance()
      if !take(word: "else") { problems.report(.expectedWord("else", at: locationAfterLast)) }
    } else {
      parseOtherEnds()
      parseKindAndInvocation()
      parseCondition()
      skipNewlinesBeforeContinuation()
      parseOptionalLabel()
    }
    parseCitations()
  }

  /// The names of a connection's clause. Where `as` or `where` follows at once, the names are
  /// missing.
  private mutating func parseOtherEnds() {
    let isMissing = peek() == .identifier && (at(word: "as") || at(word: "where"))
    if at(.identifier), !isMissing {
      parseNameList()
    } else {
      problems.report(.expectedName("a service or a trait", at: locationAfterLast))
    }
  }

  private mutating func takePreposition(_ word: StaticString) {
    if !take(word: word) { problems.report(.expectedWord("\(word)", at: locationAfterLast)) }
  }

  private mutating func parseKindAndInvocation() {
    skipNewlinesBeforeContinuation()
    guard take(word: "as") else { return }
    parseName(.connectionKind, what: "a kind after 'as'")
    if at(.identifier), !at(word: "where") { leaf(.invocation) }
  }

  /// `condition = "where" expression`
  ///
  /// False where none begins here.
  @discardableResult
  private mutating func parseCondition() -> Bool {
    skipNewlinesBeforeContinuation()
    guard at(word: "where") else { return false }
    let node = open(.condition)
    advance()
    resetOperatorCount()
    parseExpression()
    close(node)
    return true
  }

  /// `citations = list`
  private mutating func parseCitations() {
    skipNewlinesBeforeContinuation()
    guard at(.openBracket) else { return }
    let node = open(.citations)
    parseList()
    close(node)
  }

  /// Steps over line breaks where the next line goes on with a statement of a service: nothing but
  /// the rest of one begins with a string, a bracket, `also`, `as` or `where`.
  private mutating func skipNewlinesBeforeContinuation() {
    guard at(.newline) else { return }
    switch kindBehindNewlines {
    case .string, .blockString, .openBracket: skipNewlines()
    case .identifier:
      if isBehindNewlines("also") || isBehindNewlines("as") || isBehindNewlines("where") {
        skipNewlines()
      }
    default: break
    }
  }

  /// `names = name { "," name }`
  ///
  /// A line break may follow each comma.
  private mutating func parseNameList() {
    parseName(.name, what: "a name")
    while at(.comma) {
      advance()
      skipNewlinesBeforeName()
      parseName(.name, what: "a name after ','")
    }
  }
}
