; Made from grammar/tree-sitter/queries/locals.scm: change it there.

; Which word gives a name, and which one means it: for editors that jump and mark without the language server.

(source_file) @local.scope

; Definitions. What `accept` names is a rule of the checker, defined nowhere in a spec.

((block
  keyword: (identifier) @_keyword
  label: (identifier) @local.definition)
  (#not-eq? @_keyword "accept"))

((block
  keyword: (identifier) @_keyword
  (attribute name: (identifier) @local.definition))
  (#eq? @_keyword "parameters"))

; References

((block
  keyword: (identifier) @_keyword
  (attribute name: (identifier) @local.reference))
  (#eq? @_keyword "readings"))

(statement subject: (identifier) @local.reference)
(value_test subject: (identifier) @local.reference)
(trend_test subject: (identifier) @local.reference)
(baseline name: (identifier) @local.reference)

((attribute
  name: (identifier) @_name
  value: [
    (identifier) @local.reference
    (list (identifier) @local.reference)
  ])
  ; schema: attributes that hold names
  (#any-of? @_name "against" "changes" "covers" "on"))
