; Where lines stand, in the captures of Neovim.

[
  (block)
  (list)
  (parenthesized_condition)
] @indent.begin

[
  "}"
  "]"
  ")"
] @indent.end @indent.branch

[
  (block_string)
  (comment)
] @indent.ignore

(ERROR) @indent.auto
