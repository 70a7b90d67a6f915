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

--- Gives the text of a window that floats.
local FLOAT = [[
  for _, w in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(w).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(w), 0, -1, true), '\n')
    end
  end]]

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
  local shown = ed:wait_for('a window', FLOAT)
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

test('what a condition is made of is shown while it is written', function()
  folder = ed:open(text)
  ed:wait_for('the server', 'local c = vim.lsp.get_clients({ bufnr = 0 })[1]; return c and c.initialized')
  go_to('when tone_adherence gains')
  ed:keys('Owhen tone_adherence gains <C-s>')
  local shown = ed:wait_for('the window', FLOAT)
  assert(shown:find('gains OP AMOUNT over N rounds', 1, true) or shown:find('over N rounds', 1, true), shown)
  ed:keys('<Esc>u')
  ed:wait_for('normal mode', "return vim.api.nvim_get_mode().mode == 'n' and vim.fn.search('gains $', 'nw') == 0")
end)

test('grr lists the uses of a name, and they are marked', function()
  go_to('order_facts_correct {')
  ed:keys('grr')
  ed:wait_for('the list', 'return #vim.fn.getqflist() >= 4')
  ed:lua('vim.cmd.cclose()')
  ed:lua('vim.lsp.buf.document_highlight()')
  ed:wait_for('the marks', [[
    local space = vim.api.nvim_get_namespaces()['nvim.lsp.references'] or vim.api.nvim_get_namespaces()['vim_lsp_references']
    return space and #vim.api.nvim_buf_get_extmarks(0, space, 0, -1, {}) >= 4]])
  ed:lua('vim.lsp.buf.clear_references()')
end)

test('words have the colours of what they mean, and follow an edit', function()
  local function kind_at(line, column)
    return ed:wait_for('a colour', [[
      local line, column = ...
      local tokens = vim.lsp.semantic_tokens.get_at_pos(0, line, column)
      return tokens and tokens[1] and tokens[1].type]], line, column)
  end
  local line = go_to('kind:') - 1
  local before = { kind_at(line, 2), kind_at(line, 10) }
  assert(before[1] ~= before[2], vim.inspect(before))
  ed:keys('ggO// a note<Esc>')
  eq(before, { kind_at(line + 1, 2), kind_at(line + 1, 10) })
  eq('comment', kind_at(0, 4))
  ed:keys('u')
  ed:wait_for('the old text', "return vim.fn.getline(1):find('note') == nil")
end)

test('remarks stand behind what they speak of', function()
  ed:lua('vim.lsp.inlay_hint.enable(true)')
  local said = ed:wait_for('remarks', [[
    local hints = vim.lsp.inlay_hint.get({ bufnr = 0 })
    local words = vim.tbl_map(function(h) return h.inlay_hint.label end, hints)
    return #words > 0 and table.concat(vim.tbl_map(function(l) return type(l) == 'table' and l[1].value or l end, words), '|')]])
  assert(said:find('71% → 90%', 1, true), said)
end)

test('a line above the header leads to what the verdict rests on', function()
  go_to('owner:')
  ed:keys('A 5<Esc>')
  ed:wait_for('the finding', 'return #vim.diagnostic.get(0) > 0')
  ed:lua('vim.lsp.codelens.refresh({ bufnr = 0 })')
  ed:wait_for('lines above blocks', [[
    return vim.iter(vim.lsp.codelens.get(0)):any(function(l) return l.command.title:find('1 to mend') end)]])
  go_to('spec "')
  -- Two stand above the title: the verdict, and the way to the plan.
  ed:lua([[
    _G.offered = nil
    local choose = vim.ui.select
    vim.ui.select = function(lenses, options, chosen)
      vim.ui.select = choose
      _G.offered = vim.tbl_map(options.format_item, lenses)
      chosen(lenses[1], 1)
    end
    vim.lsp.codelens.run()]])
  eq(2, #ed:wait_for('a choice', 'return _G.offered'))
  assert(ed:lua('return _G.offered[2]'):find('open plan', 1, true))
  ed:wait_for('the place', "return vim.api.nvim_get_current_line():find('^owner') ~= nil")
  ed:keys('u')
  ed:wait_for('none', 'return #vim.diagnostic.get(0, { severity = 1 }) == 0')
end)

test('blocks fold by what the server says', function()
  ed:lua("vim.wo.foldmethod = 'expr'; vim.wo.foldexpr = 'v:lua.vim.lsp.foldexpr()'; vim.wo.foldlevel = 99")
  local line = go_to('task {')
  ed:wait_for('a fold', 'vim.cmd("normal! zx"); return vim.fn.foldlevel(...) > 0', line)
  ed:keys('zM')
  ed:wait_for('it closed', 'return vim.fn.foldclosed(...) == ...', line)
  ed:keys('zR')
end)

test('formatting lines leaves the others alone', function()
  local line = go_to('kind:')
  ed:lua([[local l = ...; vim.api.nvim_buf_set_lines(0, l - 1, l, true, { '      kind:   style' })
    vim.api.nvim_buf_set_lines(0, 3, 3, true, { '      ' .. '// far off' })]], line)
  ed:lua("local l = ...; vim.lsp.buf.format({ timeout_ms = 5000, range = { start = { l, 0 }, ['end'] = { l, 20 } } })", line + 1)
  ed:wait_for('the line', "return vim.fn.getline(...) == '  kind:   style'", line + 1)
  eq('      // far off', ed:lines()[4])
  ed:keys('uu')
end)

test('all findings of one kind are mended at once, and what is safe by its kind', function()
  for title, wrong in pairs({
    ['mend all 2 findings of unknown%-word'] = { 'kind: stile', 'cause: behaviour' },
    ['mend everything that is safe'] = { 'kind：style', 'cause：behavior' },
  }) do
    ed:open('spec "A plan"\n\ngoal {\n  ' .. table.concat(wrong, '\n  ') .. '\n}')
    ed:wait_for('findings', 'return #vim.diagnostic.get(0) >= 2')
    go_to(wrong[1])
    ed:keys('$')
    ed:lua([[local title = ...
      vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.title:find(title) ~= nil end })]], title)
    ed:wait_for('both mended', [[
      return vim.fn.getline(4):find('^  kind: ?style$') ~= nil and vim.fn.getline(5):find('^  cause: ?behavior$') ~= nil]])
  end
end)

test('a finding is accepted, and what is typed next is the reason', function()
  ed:open('spec "A plan"\n\ngoal {\n  kind: style\n}')
  ed:wait_for('findings', 'return #vim.diagnostic.get(0) > 0')
  go_to('spec')
  ed:lua([[vim.lsp.buf.code_action({ apply = true, filter = function(a)
    return a.title:find('^accept missing%-risk%-tier') ~= nil end })]])
  ed:wait_for('the block', "return vim.fn.search('^accept missing-risk-tier', 'nw') > 0")
  ed:wait_for('the hole', "return vim.api.nvim_get_mode().mode == 's'")
  ed:keys('we know<Esc>')
  ed:wait_for('the reason', [[return vim.fn.search('because: "we know"', 'nw') > 0]])
end)

test('the block that is missing is written', function()
  ed:open('spec "A plan"\n\ngoal {\n  kind: style\n}')
  ed:wait_for('findings', 'return #vim.diagnostic.get(0) > 0')
  go_to('spec')
  ed:lua("vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.title:find('`risk` block') ~= nil end })")
  ed:wait_for('the block', "return vim.fn.search('^risk {', 'nw') > 0")
  ed:wait_for('the hole', "return vim.api.nvim_get_mode().mode == 's'")
  ed:keys('<Esc>')
end)

test('names of specs that are not open are found', function()
  local other = ed:open('spec "A plan"\n\ngoal { kind: style }')
  vim.fn.writefile({ 'spec "Another"', 'behavior far_away { must: "be found" }' }, other .. '/other.ftspec')
  ed:lua("vim.cmd('FtspecRestart')")
  ed:wait_for('the name', [[
    local answers = vim.lsp.buf_request_sync(0, 'workspace/symbol', { query = 'far_away' }, 1000) or {}
    return vim.iter(vim.tbl_values(answers)):any(function(a) return a.result and #a.result > 0 end)]])
end)

test(':FtspecPlan markdown shows the plan beside the spec, and follows it', function()
  ed:open(text)
  ed:wait_for('the server', "local c = vim.lsp.get_clients({ bufnr = 0, name = 'ftspec' })[1]; return c and c.initialized")
  ed:lua("vim.cmd('FtspecPlan markdown')")
  -- What stands in the window beside.
  local BESIDE = [[
    local plan = vim.b.ftspec_plan
    if not plan or vim.fn.bufwinid(plan) == -1 then return end
    return table.concat(vim.api.nvim_buf_get_lines(plan, 0, -1, true), '\n')]]
  local shown = ed:wait_for('the plan', BESIDE)
  assert(shown:find('# Refund replies in the house tone', 1, true), shown:sub(1, 400))
  eq(2, ed:lua('return #vim.api.nvim_list_wins()'))
  go_to('spec "Refund')
  ed:keys('f"ci"Calm replies<Esc>')
  ed:lua('vim.cmd.write()')
  ed:wait_for('the new title', 'local plan = (function() ' .. BESIDE .. " end)(); return plan and plan:find('# Calm replies', 1, true)")
  -- Return on a link goes to its line.
  local line = ed:lua([==[
    vim.api.nvim_set_current_win(vim.fn.bufwinid(vim.b.ftspec_plan))
    for number, text in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
      local column, line = text:match('()%[[^%[%]]*%]%([^()]*#L(%d+)%)')
      if column then
        vim.api.nvim_win_set_cursor(0, { number, column })
        return tonumber(line)
      end
    end]==])
  ed:keys('<CR>')
  ed:wait_for('the spec', "return vim.bo.filetype == 'ftspec' and vim.api.nvim_win_get_cursor(0)[1] == ...", line)
  ed:lua('vim.cmd.only()')
end)

test(':FtspecPlan writes a page and opens it; errors of the language are told', function()
  ed:lua('_G.opened = {}; vim.ui.open = function(path) table.insert(_G.opened, path) end')
  ed:lua("vim.cmd('FtspecPlan')")
  local page = ed:wait_for('the page', 'return _G.opened[1]')
  local written = table.concat(vim.fn.readfile(page), '\n')
  assert(vim.startswith(written, '<!DOCTYPE html>') and written:find('Calm replies', 1, true), written:sub(1, 400))
  ed:lua('_G.told = {}; vim.notify = function(text) table.insert(_G.told, text) end')
  go_to('style')
  ed:keys('ciwstile<Esc>')
  ed:lua("vim.cmd('FtspecPlan')")
  eq('ftspec: no plan yet: 1 error of the language to mend first', ed:wait_for('a word on it', 'return _G.told[1]'))
  eq(1, ed:lua('return #_G.opened'))
  ed:keys('u')
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
