/// Each problem that the lexer and the parser know, once or more.
let mistakes: [Mistake] = lexicalMistakes + statementMistakes + valueMistakes + declarationMistakes

private let lexicalMistakes: [Mistake] = [
  Mistake(
    "a: sqs \"x⟦\u{202E}⟧\"", "text/forbidden-character", "invisible character U+202E",
    fixed: "a: sqs \"x\""),
  Mistake(
    "a ⟦\u{0}⟧-> b", "text/forbidden-character", "control character U+0000", fixed: "a -> b"),
  Mistake("a ⟦→⟧ b", "syntax/lookalike", "'→' looks like '->' but is not", fixed: "a -> b"),
  Mistake(
    "a:⟦\u{A0}⟧sqs", "syntax/lookalike", "'U+00A0' looks like a plain space but is not",
    fixed: "a: sqs"),
  Mistake(
    "a: sqs ⟦“Order queue”⟧ { x = 1 }", "syntax/lookalike", "a string stands in '\"', not in '“'",
    fixed: "a: sqs \"Order queue\" { x = 1 }"),
  Mistake(
    "a: sqs ⟦'Order queue'⟧", "syntax/lookalike", "a string stands in '\"', not in '''",
    fixed: "a: sqs \"Order queue\""),
  Mistake("a -> b ⟦@⟧", "syntax/unexpected-character", "'@' means nothing here"),
  Mistake("x = ⟦$⟧", "syntax/unexpected-character", "'$' means nothing here"),
  Mistake("a -> ⟦~⟧ b", "syntax/unexpected-character", "'~' means nothing here"),
  Mistake(
    "a: sqs ⟦\"Order⟧\nb: sqs", "syntax/unterminated-string", "this string has no closing quote",
    fixed: "a: sqs \"Order\"\nb: sqs"),
  Mistake(
    "a: sqs ⟦\"\"\"⟧Order\nb: sqs", "syntax/unterminated-string",
    "this block string is never closed"),
  Mistake(
    "a: sqs \"C:⟦\\d⟧ir\"", "syntax/invalid-escape", "this escape means nothing",
    fixed: "a: sqs \"C:\\\\dir\""),
  Mistake(
    "a: sqs \"⟦\\u{110000}⟧\"", "syntax/invalid-escape", "this escape means nothing",
    fixed: "a: sqs \"\\\\u{110000}\""),
  Mistake(
    "a -> b ⟦//⟧ why", "syntax/comment", "comments begin with '#'", fixed: "a -> b # why"),
  Mistake("a ⟦-->⟧ b", "syntax/arrow", "this arrow is written '->'", fixed: "a -> b"),
  Mistake("a ⟦=>⟧ b", "syntax/arrow", "this arrow is written '->'", fixed: "a -> b"),
  Mistake("a ⟦<-->⟧ b", "syntax/arrow", "this arrow is written '<->'", fixed: "a <-> b"),
]

private let statementMistakes: [Mistake] = [
  Mistake("⟦)⟧ a", "syntax/expected-statement", "')' cannot begin a statement"),
  Mistake(
    "a { x = 1 }\n⟦}⟧", "syntax/unmatched-brace", "this '}' closes nothing",
    fixed: "a { x = 1 }\n"),
  Mistake(
    "a ⟦{⟧\n  x = 1", "syntax/unclosed-block", "this '{' is never closed",
    fixed: "a {\n  x = 1\n}"),
  Mistake("a: sqs\n⟦{⟧\n  x = 1\n}", "syntax/unexpected-block", "this block belongs to nothing"),
  Mistake("x = 1 ⟦{⟧ y = 2 }", "syntax/unexpected-block", "this block belongs to nothing"),
  Mistake("flow\n⟦{⟧\n a -> b\n}", "syntax/unexpected-block", "this block belongs to nothing"),
  Mistake(
    "flow \"Checkout\"⟦⟧\na -> b", "syntax/expected-block", "a flow needs a block: { … }",
    fixed: "flow \"Checkout\" {}\na -> b"),
  Mistake(
    "rule a/b⟦⟧", "syntax/expected-block", "a rule needs a block: { … }",
    fixed: "rule a/b {}"),
  Mistake(
    "orders ⟦sqs⟧ \"Queue\" {\n  x = 1\n}", "syntax/trailing-text",
    "'sqs' does not belong to this statement", fixed: "orders: sqs \"Queue\" {\n  x = 1\n}"),
  Mistake("a -> b ⟦4⟧ c", "syntax/trailing-text", "'4' does not belong to this statement"),
  Mistake("a\n⟦->⟧ b", "syntax/missing-operand", "nothing stands before this '->'"),
  Mistake("a ⟦->⟧\n", "syntax/missing-operand", "an element is missing after this"),
  Mistake("a ⟦->⟧ -> b", "syntax/missing-operand", "an element is missing after this"),
  Mistake("a⟦,⟧ -> b", "syntax/missing-operand", "an element is missing after this"),
  Mistake("a⟦,⟧", "syntax/missing-operand", "an element is missing after this"),
  Mistake("a, b⟦⟧", "syntax/expected-arrow", "a list of elements needs an arrow"),
  Mistake("⟦3tier⟧: group", "syntax/name", "a name cannot begin with a digit, as '3tier' does"),
  Mistake("a:⟦⟧ {\n}", "syntax/expected-name", "a service after ':' is missing"),
  Mistake("a⟦.⟧ -> b", "syntax/expected-name", "a name after '.' is missing"),
  Mistake(
    "a {\n  ⟦flow⟧ \"F\" { a -> b }\n}", "syntax/misplaced-declaration",
    "'flow' belongs outside all blocks"),
  Mistake(
    "a -> b { ⟦c⟧: sqs }", "syntax/expected-setting", "'c' cannot stand in an edge's block"),
  Mistake(
    "diagram { ⟦a⟧ -> b }", "syntax/expected-setting", "'a' cannot stand in a diagram's block"),
  Mistake("x ⟦==⟧ 1", "syntax/equals", "a value is set with a single '='", fixed: "x = 1"),
  Mistake(
    String(repeating: "a{", count: 128) + "b ⟦{⟧" + String(repeating: "}", count: 129),
    "limit/depth", "this is nested more than 128 levels deep"),
  Mistake(
    "rule a/b {\n  require 1" + String(repeating: " + 1", count: 128) + " ⟦+⟧ 1\n}", "limit/depth",
    "this clause has more than 128 operators"),
]

private let valueMistakes: [Mistake] = [
  Mistake("x =⟦\n⟧", "syntax/expected-value", "a value is missing before the end of the line"),
  Mistake("x = ⟦⟧", "syntax/expected-value", "a value is missing before the end of the file"),
  Mistake("a { x = ⟦}⟧", "syntax/expected-value", "a value is missing before '}'"),
  Mistake("x = [1, ⟦,⟧ 2]", "syntax/expected-value", "a value is missing before ','"),
  Mistake("x = ⟦[⟧1, 2\ny = 3", "syntax/unclosed-list", "this '[' is never closed"),
  Mistake("x = [1, ⟦[⟧2\na: sqs", "syntax/unclosed-list", "this '[' is never closed"),
  Mistake("x = ⟦[⟧1,\na -> b", "syntax/unclosed-list", "this '[' is never closed"),
  Mistake(
    "x = [1⟦⟧ 2]", "syntax/expected-comma", "a ',' is missing between these values",
    fixed: "x = [1, 2]"),
]

private let declarationMistakes: [Mistake] = [
  Mistake("import \"a.arch\" as⟦⟧", "syntax/expected-name", "a name for the import is missing"),
  Mistake("service s { attribute x⟦⟧ }", "syntax/expected-type", "an attribute needs a type"),
  Mistake("service s { attribute x:⟦⟧ = 1 }", "syntax/expected-type", "an attribute needs a type"),
  Mistake(
    "service s {\n  attribute x: one |⟦⟧\n}", "syntax/expected-name",
    "a word after '|' is missing"),
  Mistake(
    "service s { stands⟦⟧ region }", "syntax/expected-word", "'in' is missing here",
    fixed: "service s { stands in region }"),
  Mistake(
    "service s { receives from a as⟦⟧ }", "syntax/expected-name", "a kind after 'as' is missing"),
  Mistake(
    "service s { attribute⟦⟧ \"How long.\" }", "syntax/expected-name",
    "a name after 'attribute' is missing"),
  Mistake("service s { limit⟦⟧ 1..2 }", "syntax/expected-name", "a name after 'limit' is missing"),
  Mistake("service s { fact⟦⟧\n}", "syntax/expected-name", "a name after 'fact' is missing"),
  Mistake(
    "service s { fact⟦⟧ \"So it is.\" { note = \"x\" } }", "syntax/expected-name",
    "a name after 'fact' is missing"),
  Mistake(
    "service s { variant⟦⟧ \"Ordered\" type = fifo }", "syntax/expected-name",
    "a name after 'variant' is missing"),
  Mistake(
    "service s { variant a \"Ordered\"⟦⟧ = fifo }", "syntax/expected-name",
    "the attribute that the variant sets is missing"),
  Mistake(
    "service s {\n  variant a⟦⟧\n}", "syntax/expected-name",
    "the attribute that the variant sets is missing"),
  Mistake(
    "service s { variant a type⟦⟧ fifo }", "syntax/expected-word", "'=' is missing here",
    fixed: "service s { variant a type = fifo }"),
  Mistake(
    "service s { variant a type = ⟦}⟧", "syntax/expected-value", "a value is missing before '}'"),
  Mistake(
    "service s { limit x⟦⟧ where type == fifo }", "syntax/expected-range",
    "a range is missing here"),
  Mistake("service s { limit x⟦⟧ much }", "syntax/expected-range", "a range is missing here"),
  Mistake(
    "service s { attribute x: integer 1 |⟦⟧ }", "syntax/expected-range",
    "a range is missing here"),
  Mistake(
    "service s { limit x 1..2⟦⟧ }", "syntax/expected-condition", "a limit needs a condition"),
  Mistake(
    "service s {\n  limit x 1..2 = 1⟦⟧\n      [S-01]\n}", "syntax/expected-condition",
    "a limit needs a condition"),
  Mistake(
    "service s { limit x 1..2 where ⟦}⟧", "syntax/expected-expression",
    "an expression is missing before '}'"),
  Mistake(
    "service s { sends to a where b == ⟦}⟧", "syntax/expected-expression",
    "an expression is missing before '}'"),
  Mistake(
    "service s { sends to a where ⟦(⟧b == c }", "syntax/unclosed-parenthesis",
    "this '(' is never closed"),
  Mistake(
    "service s { never⟦⟧ sqs }", "syntax/expected-word", "'sends to' is missing here",
    fixed: "service s { never sends to sqs }"),
  Mistake(
    "service s {\n  never⟦⟧\n}", "syntax/expected-word", "'sends to' is missing here"),
  Mistake(
    "service s {\n  never sends to⟦⟧\n}", "syntax/expected-name", "a service or a trait is missing"
  ),
  Mistake(
    "service s { never receives from⟦⟧ \"No such edge.\" [S-01] }", "syntax/expected-name",
    "a service or a trait is missing"),
  Mistake(
    "service s { sends to⟦⟧ as event async where source.a == b }", "syntax/expected-name",
    "a service or a trait is missing"),
  Mistake(
    "service s { sends to a,⟦⟧ }", "syntax/expected-name", "a name after ',' is missing"),
  Mistake(
    "service s { receives⟦⟧ a }", "syntax/expected-word", "'from' is missing here",
    fixed: "service s { receives from a }"),
  Mistake(
    "service s { receives from nothing⟦⟧ [S-01] }", "syntax/expected-word",
    "'else' is missing here", fixed: "service s { receives from nothing else [S-01] }"),
  Mistake(
    "service s { never receives from nothing ⟦else⟧ }", "syntax/trailing-text",
    "'else' does not belong to this statement"),
  Mistake(
    "service s { closed ⟦sqs⟧ }", "syntax/trailing-text",
    "'sqs' does not belong to this statement"),
  Mistake(
    "service s { sends to a as send async ⟦later⟧ }", "syntax/trailing-text",
    "'later' does not belong to this statement"),
  Mistake("service s { closed ⟦[⟧S-01 }", "syntax/unclosed-list", "this '[' is never closed"),
  Mistake(
    "service s { sends to a [S-01⟦⟧ S-02] }", "syntax/expected-comma",
    "a ',' is missing between these values", fixed: "service s { sends to a [S-01, S-02] }"),
  Mistake(
    "service s { fact S-01 \"So it is.\" { ⟦a⟧ -> b } }", "syntax/expected-setting",
    "'a' cannot stand in a fact's block"),
  Mistake(
    "service s { ⟦a⟧ -> b }", "syntax/expected-service-statement",
    "'a' cannot begin a line of a service"),
  Mistake(
    "attributes edge { ⟦x⟧ = 1 }", "syntax/expected-attribute-declaration",
    "'x' cannot begin an attribute declaration"),
  Mistake(
    "rule a/b { ⟦when⟧ a -> b }", "syntax/expected-rule-clause",
    "'when' cannot begin a line of a rule"),
  Mistake("rule a/b { because⟦⟧ }", "syntax/expected-string", "a \"string\" is missing here"),
  Mistake(
    "rule a/b { fix set x⟦⟧ 3 }", "syntax/expected-word", "'=' is missing here",
    fixed: "rule a/b { fix set x = 3 }"),
  Mistake("rule a/b { match⟦⟧ -> b }", "syntax/expected-name", "a service or a trait is missing"),
  Mistake(
    "rule a/b { require ⟦}⟧", "syntax/expected-expression", "an expression is missing before '}'"),
  Mistake(
    "rule a/b { require (a + ⟦*⟧ b) }", "syntax/expected-expression",
    "an expression is missing before '*'"),
  Mistake(
    "rule a/b { require (⟦)⟧ }", "syntax/expected-expression",
    "an expression is missing before ')'"),
  Mistake(
    "rule a/b { require ⟦(⟧a }", "syntax/unclosed-parenthesis", "this '(' is never closed"),
  Mistake(
    "rule a/b { require (f⟦(⟧a }", "syntax/unclosed-parenthesis", "this '(' is never closed"),
]
