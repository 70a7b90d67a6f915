-- What the plugin does without the language server.
--
--   nvim -l plugin_test.lua ROOT_OF_THE_REPOSITORY
local root = vim.fs.abspath(arg[1])
package.path = root .. '/tests/editors/neovim/?.lua;' .. package.path
local t = require('editor')
local test, eq = t.test, t.eq

-- Neither a server nor a parser is there at first.
local ed = t.Editor.start(root)
ed:lua("vim.lsp.config('ftspec', { cmd = { 'a-program-that-is-not-there', 'lsp' } })")

test('a spec is known by its ending, and has its options', function()
  ed:open('spec "A plan"\ngoal {\n}')
  eq({ 'ftspec', '// %s', 2, true, 'expr' }, ed:lua([[
    return { vim.bo.filetype, vim.bo.commentstring, vim.bo.shiftwidth, vim.bo.expandtab,
      vim.bo.indentexpr ~= '' and 'expr' or '' }]]))
end)

test('without a server and a parser nothing complains while a spec is opened', function()
  eq('', ed:lua('return vim.v.errmsg'))
  assert(not ed:lua("return vim.api.nvim_exec2('messages', { output = true }).output"):find('Error'))
end)

test('checkhealth says what is missing and what to do', function()
  ed:command('checkhealth ftspec')
  local text = ed:wait_for('the report', [[
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    return text:find('tree%-sitter') and text]])
  assert(text:find('`a-program-that-is-not-there` cannot be run', 1, true), text)
  assert(text:find('Run :FtspecBuildParser', 1, true), text)
  ed:command('bdelete')
end)

test('gcc comments a line', function()
  ed:open('kind: style')
  ed:keys('gcc')
  ed:wait_for('a comment', "return vim.api.nvim_get_current_line() == '// kind: style'")
end)

test('a name with dashes is one word', function()
  ed:open('accept no-guard {}')
  ed:keys('wdw')
  ed:wait_for('the name gone', "return vim.api.nvim_get_current_line() == 'accept {}'")
end)

test('typed lines are indented', function()
  ed:open('')
  ed:keys('igoal {<CR>kind: style<CR>today: """<CR>  as it is "{"<CR>"""<CR>covers: [<CR>a, // {<CR>"}",<CR>]<CR>}<CR>x: 1<Esc>')
  ed:wait_for('the last line', "return vim.api.nvim_buf_get_lines(0, -2, -1, true)[1] == 'x: 1'")
  eq({ 'goal {', '  kind: style', '  today: """' }, vim.list_slice(ed:lines(), 1, 3))
  eq({ '  covers: [', '    a, // {', '    "}",', '  ]', '}', 'x: 1' }, vim.list_slice(ed:lines(), 6, 11))
end)

test('gg=G leaves every example as it is', function()
  for _, path in ipairs(vim.fn.glob(root .. '/examples/**/*.ftspec', true, true)) do
    local text = table.concat(vim.fn.readfile(path), '\n')
    ed:open(text)
    ed:keys('gg=G')
    ed:command('let g:indented = 1')
    ed:wait_for('the end', 'return vim.g.indented == 1')
    ed:command('unlet g:indented')
    eq(vim.split(text, '\n'), ed:lines(), path)
  end
end)

test(':FtspecBuildParser compiles the parser', function()
  ed:open('// note\nspec "Demo"\ngoal {\n  kind: style\n}')
  eq(vim.NIL, ed:lua('return vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] and true'))
  ed:command('FtspecBuildParser')
  ed:wait_for('colours', 'return vim.treesitter.highlighter.active[vim.api.nvim_get_current_buf()] ~= nil')
end)

test('tree-sitter colours and folds, in broken text too', function()
  ed:open('// note\nspec "Demo"\ngoal aim {\n  kind: style\n  on: here\n  x\n}\nwhen a > 5% then drop')
  eq(false, ed:lua([[return vim.treesitter.get_parser(0):parse(true)[1]:root():type() == 'ERROR']]))
  for _, place in ipairs({
    { 0, 3, 'comment' }, { 1, 0, 'keyword' }, { 1, 7, 'string' }, { 2, 0, 'keyword' }, { 2, 5, 'type' },
    { 3, 2, 'property' }, { 3, 8, 'constant' }, { 4, 6, 'variable' }, { 7, 0, 'keyword.conditional' },
    { 7, 7, 'operator' }, { 7, 9, 'number' }, { 7, 17, 'constant' },
  }) do
    local names = ed:lua([[
      local row, column = ...
      return vim.tbl_map(function(c) return c.capture end, vim.treesitter.get_captures_at_pos(0, row, column))]],
      place[1], place[2])
    eq(place[3], names[#names], ('%d:%d'):format(place[1] + 1, place[2] + 1))
  end
  ed:keys('zM')
  ed:wait_for('a closed fold', 'return vim.fn.foldclosed(3) == 3 and vim.fn.foldclosedend(3) == 7')
end)

test('checkhealth finds the parser and its queries', function()
  ed:command('checkhealth ftspec')
  local text = ed:wait_for('the report', [[
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    return text:find('query for locals') and text]])
  assert(text:find('the tree-sitter parser is there', 1, true), text)
  assert(not text:find('does not fit', 1, true), text)
end)

test('the help page is found', function()
  ed:lua("vim.cmd('helptags ' .. vim.fn.fnameescape(...))", (function()
    local copy = vim.fn.tempname()
    vim.fn.mkdir(copy .. '/doc', 'p')
    vim.uv.fs_copyfile(root .. '/editors/neovim/doc/ftspec.txt', copy .. '/doc/ftspec.txt')
    ed:lua('vim.opt.runtimepath:append(...)', copy)
    return copy .. '/doc'
  end)())
  for _, tag in ipairs({ 'ftspec', ':FtspecBuildParser', 'g:ftspec_lsp', 'ftspec-health' }) do
    ed:command('help ' .. tag)
    ed:wait_for('the help of ' .. tag, [[
      return vim.api.nvim_buf_get_name(0):find('ftspec.txt') and vim.api.nvim_get_current_line():find(..., 1, true)]], '*' .. tag .. '*')
  end
end)

ed:stop()
t.finish()
