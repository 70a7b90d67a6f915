; What can be folded away.

[
  (block)
  (list)
  (block_string)
  (parenthesized_condition)
] @fold
