; Where lines stand, in the captures of Zed.

(block "}" @end) @indent
(list "]" @end) @indent
(parenthesized_condition ")" @end) @indent
