-- What a user of the language server does in Neovim, by keystrokes.
--
--   nvim -l server_test.lua ROOT_OF_THE_REPOSITORY FOLDER_OF_FTSPEC
local root, bin = vim.fs.abspath(arg[1]), vim.fs.abspath(arg[2])
package.path = root .. '/tests/editors/neovim/?.lua;' .. package.path
local t = require('editor')
local test, eq = t.test, t.eq

local text = table.concat(vim.fn.readfile(root .. '/examples/refund_replies.ftspec'), '\n')
local ed = t.Editor.start(root, bin)
local folder

--- The line, counted from 1, that holds a text; and the cursor on it.
local function go_to(piece)
  for number, line in ipairs(ed:lines()) do
    local column = line:find(piece, 1, true)
    if column then
      ed:lua('vim.api.nvim_win_set_cursor(0, { ... })', number, column - 1)
      return number
    end
  end
  error('no line holds ' .. piece)
end

test('the server starts with the first spec, in the folder of ftspec.toml', function()
  folder = ed:open(text)
  ed:wait_for('the server', 'local c = vim.lsp.get_clients({ bufnr = 0 })[1]; return c and c.initialized')
  eq(vim.uv.fs_realpath(folder), vim.uv.fs_realpath(ed:lua('return vim.lsp.get_clients({ bufnr = 0 })[1].root_dir')))
end)

test('a misspelt word is told at its place, while it is typed', function()
  local line = go_to('style')
  ed:keys('ciwstile<Esc>')
  local found = ed:wait_for('a finding', [[
    for _, d in ipairs(vim.diagnostic.get(0)) do
      if d.message:find('stile') then return { d.lnum, d.col, d.end_col, d.severity, d.source } end
    end]])
  eq({ line - 1, 10, 15, 1, 'ftspec' }, found)
end)

test('a quick fix mends it', function()
  ed:lua("vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.title:find('style') end })")
  ed:wait_for('the edit', "return vim.api.nvim_get_current_line() == '  kind:   style'")
  ed:wait_for('no such finding', [[
    return not vim.iter(vim.diagnostic.get(0)):any(function(d) return d.message:find('stile') end)]])
end)

test('undo brings the finding back, redo takes it away', function()
  ed:keys('u')
  ed:wait_for('the finding', "return vim.iter(vim.diagnostic.get(0)):any(function(d) return d.message:find('stile') end)")
  ed:keys('<C-r>')
  ed:wait_for('none', "return not vim.iter(vim.diagnostic.get(0)):any(function(d) return d.message:find('stile') end)")
end)

test('K explains a word', function()
  go_to('kind:')
  ed:keys('K')
  local shown = ed:wait_for('a window', [[
    for _, w in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(w).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(w), 0, -1, true), '\n')
      end
    end]])
  assert(shown:find('kind', 1, true), shown)
  if (vim.env.NVIM_TEST_SHOW or '') ~= '' then
    print(ed:screen())
  end
  ed:lua('vim.cmd.fclose()')
end)

test('completion offers the words that fit', function()
  go_to('cause:')
  ed:keys('A<C-w><C-x><C-o>')
  local words = ed:wait_for('the menu', [[
    local i = vim.fn.complete_info({ 'items', 'pum_visible' })
    return i.pum_visible == 1 and vim.tbl_map(function(x) return x.word end, i.items)]])
  for _, word in ipairs({ 'behavior', 'cost', 'prompt', 'unknown' }) do
    assert(vim.list_contains(words, word), word .. ' is not among ' .. table.concat(words, ' '))
  end
  ed:keys('<C-e><Esc>u')
  ed:wait_for('normal mode', "return vim.api.nvim_get_mode().mode == 'n'")
end)

test('a name leads to its definition, and back', function()
  go_to('against:')
  ed:keys('W')
  ed:lua('vim.lsp.buf.definition()')
  ed:wait_for('the block', "return vim.api.nvim_get_current_line():find('^baseline prompt_v7') ~= nil")
end)

test('a name is renamed in all its places', function()
  go_to('order_first {')
  ed:lua("vim.lsp.buf.rename('state_first')")
  ed:wait_for('the new name', [[
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    return not text:find('order_first') and select(2, text:gsub('state_first', '')) == 3]])
  ed:keys('u')
  ed:wait_for('the old name', "return vim.fn.search('order_first', 'nw') > 0")
end)

test('formatting mends the layout, and then changes nothing', function()
  local before = ed:lines()
  go_to('kind:')
  ed:keys('0i      <Esc>')
  ed:wait_for('a crooked line', "return vim.api.nvim_get_current_line():find('^        kind') ~= nil")
  ed:lua('vim.lsp.buf.format({ timeout_ms = 5000 })')
  eq(before, ed:lines())
  local tick = ed:lua('return vim.b.changedtick')
  ed:lua('vim.lsp.buf.format({ timeout_ms = 5000 })')
  eq(tick, ed:lua('return vim.b.changedtick'))
end)

test('the outline holds the blocks', function()
  ed:lua('vim.lsp.buf.document_symbol()')
  local names = ed:wait_for('the outline', [[
    local list = vim.fn.getloclist(0)
    return #list > 10 and table.concat(vim.tbl_map(function(x) return x.text end, list), '\n')]])
  assert(names:find('order_first', 1, true) and names:find('held_out', 1, true), names)
  ed:lua('vim.cmd.lclose()')
end)

test('a half-typed line silences nothing else', function()
  ed:keys('gg')
  go_to('tier:')
  ed:keys('ccti<Esc>')
  go_to('kind:')
  ed:keys('$ciwstile<Esc>')
  ed:wait_for('both findings', [[
    local found = vim.diagnostic.get(0)
    return #found >= 2 and vim.iter(found):any(function(d) return d.message:find('stile') end)]])
  ed:keys('uu')
  ed:wait_for('none of them', "return not vim.iter(vim.diagnostic.get(0)):any(function(d) return d.message:find('stile') end)")
end)

test('a place behind emoji and Chinese text is the right one', function()
  ed:open('spec "退款 😀"\ngoal { kind: style, today: "客户 😀 很生气", caus: behavior }')
  local found = ed:wait_for('a finding', [[
    for _, d in ipairs(vim.diagnostic.get(0)) do
      if d.message:find('caus') then
        return vim.api.nvim_buf_get_text(0, d.lnum, d.col, d.end_lnum, d.end_col, {})[1]
      end
    end]])
  eq('caus', found)
end)

test(':FtspecRestart starts it anew', function()
  local before = ed:lua("return vim.lsp.get_clients({ name = 'ftspec' })[1].id")
  ed:lua("vim.cmd('FtspecRestart')")
  ed:wait_for('another server', [[
    local c = vim.lsp.get_clients({ bufnr = 0, name = 'ftspec' })[1]
    return c and c.id ~= ... and c.initialized]], before)
  ed:wait_for('its findings', 'return #vim.diagnostic.get(0) > 0')
end)

test('checkhealth names the server and its version', function()
  ed:lua("vim.cmd('checkhealth ftspec')")
  local report = ed:wait_for('the report', [[
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    return text:find('tree%-sitter') and text]])
  assert(report:find('is ftspec ', 1, true), report)
  assert(report:find('language server(s) run now', 1, true), report)
end)

test('the server ends with a good exit code', function()
  ed:lua([[
    _G.exits = {}
    vim.lsp.config('ftspec', { on_exit = function(code, signal) table.insert(_G.exits, { code, signal }) end })
    vim.cmd('FtspecRestart')]])
  ed:wait_for('a server', [[
    local c = vim.lsp.get_clients({ name = 'ftspec' })[1]
    return c and c.initialized]])
  ed:lua("vim.lsp.enable('ftspec', false)")
  eq({ 0, 0 }, ed:wait_for('the end', 'return _G.exits[1]'), 'exit code and signal')
end)

ed:stop()
t.finish()
