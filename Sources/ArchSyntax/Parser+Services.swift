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

  /// `service-statement = attribute | attribute-declaration | clause`
  mutating func parseServiceStatement() {
    guard at(.identifier) else {
      fail(.expectedServiceStatement(found: currentText, at: currentLocation))
      return
    }
    if peek() == .equals || peek() == .equalTo {
      parseAttribute()
    } else if at(word: "attribute"), peek() == .identifier {
      parseAttributeDeclaration()
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

  /// `attribute-declaration = "attribute" name ":" type-expression [ bounds ] [ "=" value ]
  /// [ label ] [ alternative-names ]`
  /// `alternative-names = "also" names`
  private mutating func parseAttributeDeclaration() {
    let node = open(.attributeDeclaration)
    advance()
    leaf(.name)
    if take(.colon) {
      parseType()
      parseBounds()
    } else {
      problems.report(.expectedType(at: locationAfterLast))
    }
    if take(.equals) { parseValue() }
    parseOptionalLabel()
    if at(word: "also") {
      let names = open(.alternativeNames)
      advance()
      parseNameList()
      close(names)
    }
    close(node)
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
      } else if at(.identifier), !at(word: "also") {
        if isReference { parseNameList() } else { nested { $0.parseType() } }
      }
    } else {
      problems.report(.expectedType(at: locationAfterLast))
    }
    close(node)
  }

  /// `bounds = number [ ".." [ number | address ] ]`
  ///
  /// The values a type allows, as in `duration 0s..12h`.
  private mutating func parseBounds() {
    guard at(.number) || at(.minus) else { return }
    let start = nodes.count
    _ = parseSimpleValue()
    parseRangeEnd(from: start)
  }

  /// `clause = "closed" | ( "stands" "in" | "contains" | "receives" "from" | "sends" "to" ) names
  /// [ "as" connection-kind ]`
  private mutating func parseClause() -> Bool {
    let isKnown =
      at(word: "stands") || at(word: "contains") || at(word: "closed") || at(word: "receives")
      || at(word: "sends")
    guard isKnown else { return false }
    let node = open(.clause)
    let takesNames = !at(word: "closed")
    let preposition: StaticString? =
      at(word: "stands") ? "in" : at(word: "receives") ? "from" : at(word: "sends") ? "to" : nil
    advance()
    if let preposition, !take(word: preposition) {
      problems.report(.expectedWord("\(preposition)", at: locationAfterLast))
    }
    if takesNames {
      parseNameList()
      if take(word: "as") { parseName(.connectionKind, what: "a kind after 'as'") }
    }
    close(node)
    return true
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
