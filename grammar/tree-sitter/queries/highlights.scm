; How the parts of a spec are shown. The names of captures are those of Neovim and of tree-sitter itself.
;
; No node has two different captures: editors do not agree on which of two would count.
; The list below a line `; schema: …` is made from the table of the language:
; `UPDATE=1 cargo test -p ftspec-tests --test grammars`.

(comment) @comment

; Items

(header "spec" @keyword)

(block keyword: (identifier) @keyword)
(block label: (identifier) @type)

(attribute name: (identifier) @property)

(statement keyword: (identifier) @keyword)
(statement subject: (identifier) @variable)

(arm ["when" "then"] @keyword.conditional)
(arm action: (identifier) @constant)

; Words that are values: of a vocabulary, or the name of a block elsewhere

((attribute
  name: (identifier) @property
  value: [
    (identifier) @constant
    (list (identifier) @constant)
  ])
  ; schema: attributes that hold names, or hold them in some blocks
  (#not-any-of? @property "against" "changes" "covers" "on"))

((attribute
  name: (identifier) @property
  value: [
    (identifier) @variable
    (list (identifier) @variable)
  ])
  ; schema: attributes that hold names
  (#any-of? @property "against" "on"))

((block
  keyword: (identifier) @keyword
  (attribute
    name: (identifier) @property
    value: [
      (identifier) @variable
      (list (identifier) @variable)
    ]))
  ; schema: blocks where those hold names
  (#any-of? @keyword "metric" "round")
  ; schema: attributes that hold names in some blocks
  (#any-of? @property "changes" "covers"))

((block
  keyword: (identifier) @keyword
  (attribute
    name: (identifier) @property
    value: [
      (identifier) @constant
      (list (identifier) @constant)
    ]))
  ; schema: blocks where those hold names
  (#not-any-of? @keyword "metric" "round")
  ; schema: attributes that hold names in some blocks
  (#any-of? @property "changes" "covers"))

; Conditions

["and" "or" "over"] @keyword.operator

(group_test
  quantifier: (identifier) @keyword.operator
  members: (identifier) @keyword.operator
  verb: (identifier) @keyword.operator)

(trend_test
  subject: (identifier) @variable
  verb: (identifier) @keyword.operator)

(window unit: (identifier) @keyword.operator)

((value_test subject: (identifier) @variable.builtin)
  ; language: what is counted, not measured
  (#any-of? @variable.builtin "rounds" "spend" "date"))

((value_test subject: (identifier) @variable)
  ; language: what is counted, not measured
  (#not-any-of? @variable "rounds" "spend" "date"))

(baseline "baseline" @variable.builtin)
(baseline name: (identifier) @variable)
(comparison operand: (identifier) @variable)

; Values

(string) @string
(block_string) @string
(escape_sequence) @string.escape
(number) @number
(unit) @number
(date) @number
(boolean) @boolean

; Signs

(operator) @operator
["+-" "+" "-" "*"] @operator
["," ":"] @punctuation.delimiter
["{" "}" "[" "]" "(" ")"] @punctuation.bracket
