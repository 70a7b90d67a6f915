; The outline: the title, blocks by keyword and name, arms by what they lead to.

(header "spec" @context title: (_) @name) @item

(block keyword: (identifier) @context label: (identifier) @name) @item
(block keyword: (identifier) @name !label) @item

(arm "when" @context condition: (_) @name) @item
