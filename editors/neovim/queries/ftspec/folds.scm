; Made from grammar/tree-sitter/queries/folds.scm: change it there.

; What can be folded away.

[
  (block)
  (list)
  (block_string)
  (parenthesized_condition)
] @fold
