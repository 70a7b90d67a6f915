; Where lines stand, in the captures of Helix.

[
  (block)
  (list)
  (parenthesized_condition)
] @indent

[
  "}"
  "]"
  ")"
] @outdent
