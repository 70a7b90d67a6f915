; What can be selected and jumped to: `]t` goes to the next block, `mie` selects a value.

(block) @class.around
(attribute value: (_) @entry.inside) @entry.around
(list (_) @entry.inside)
(statement) @entry.around
(arm) @entry.around
(comment) @comment.inside
(comment)+ @comment.around
