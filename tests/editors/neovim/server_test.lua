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
  local line = ed:go_to('style')
  ed:keys('ciwstile<Esc>')
  local found = ed:wait_for('a finding', [[
    for _, d in ipairs(vim.diagnostic.get(0)) do
      if d.message:find('stile') then return { d.lnum, d.col, d.end_col, d.severity, d.source } end
    end]])
  eq({ line - 1, 10, 15, 1, 'ftspec' }, found)
end)

test(']d goes to it, <C-w>d shows it in full', function()
  ed:go_to('spec "')
  ed:keys(']d')
  ed:wait_for('the place', "return vim.fn.expand('<cword>') == 'stile'")
  ed:keys('<C-w>d')
  local shown = ed:wait_for('a window', FLOAT)
  assert(shown:find('stile', 1, true), shown)
  ed:keys('h')
  ed:wait_for('it closed', 'return not (function() ' .. FLOAT .. ' end)()')
end)

test('gra: a quick fix mends it', function()
  ed:go_to('stile')
  ed:keys('gra')
  ed:choose('style')
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
  ed:go_to('kind:')
  ed:keys('K')
  local shown = ed:wait_for('a window', FLOAT)
  assert(shown:find('kind', 1, true), shown)
  if (vim.env.NVIM_TEST_SHOW or '') ~= '' then
    print(ed:screen())
  end
  ed:keys('j')
  ed:wait_for('it closed', 'return not (function() ' .. FLOAT .. ' end)()')
end)

test('completion offers the words that fit', function()
  ed:go_to('cause:')
  ed:keys('A<C-w><C-x><C-o>')
  local words = ed:wait_for('the menu', [[
    local i = vim.fn.complete_info({ 'items', 'pum_visible' })
    return i.pum_visible == 1 and vim.tbl_map(function(x) return x.word end, i.items)]])
  for _, word in ipairs({ 'behavior', 'cost', 'prompt', 'unknown' }) do
    assert(vim.list_contains(words, word), word .. ' is not among ' .. table.concat(words, ' '))
  end
  ed:see('behavior')
  ed:keys('<C-e>pro<C-x><C-o>')
  ed:wait_for('the word', "return vim.api.nvim_get_current_line() == '  cause:  prompt'")
  ed:keys('<C-y><Esc>u')
  ed:wait_for('the old word', "return vim.api.nvim_get_current_line() == '  cause:  behavior'")
end)

test('<C-]> leads from a name to its definition, <C-t> back', function()
  local line = ed:go_to('against:')
  ed:keys('W<C-]>')
  ed:wait_for('the block', "return vim.api.nvim_get_current_line():find('^baseline prompt_v7') ~= nil")
  eq('prompt_v7', ed:lua("return vim.fn.expand('<cword>')"))
  ed:keys('<C-t>')
  ed:wait_for('the use', 'return vim.api.nvim_win_get_cursor(0)[1] == ...', line)
end)

test('grn: a name is renamed in all its places', function()
  ed:go_to('order_first {')
  ed:keys('grn')
  ed:see('New Name: order_first')
  ed:keys('<C-u>state_first<CR>')
  ed:wait_for('the new name', [[
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    return not text:find('order_first') and select(2, text:gsub('state_first', '')) == 3]])
  ed:keys('u')
  ed:wait_for('the old name', "return vim.fn.search('order_first', 'nw') > 0")
end)

test('formatting mends the layout, and then changes nothing', function()
  local before = ed:lines()
  ed:go_to('kind:')
  ed:keys('0i      <Esc>')
  ed:wait_for('a crooked line', "return vim.api.nvim_get_current_line():find('^        kind') ~= nil")
  ed:command('lua vim.lsp.buf.format()')
  ed:wait_for('the layout', 'return vim.deep_equal(vim.api.nvim_buf_get_lines(0, 0, -1, true), ...)', before)
  local tick = ed:lua('return vim.b.changedtick')
  -- What is typed behind it runs when it is done.
  ed:command('lua vim.lsp.buf.format()')
  ed:command('let g:formatted = 1')
  ed:wait_for('the end', 'return vim.g.formatted == 1')
  eq(tick, ed:lua('return vim.b.changedtick'))
end)

test('gO: the outline holds the blocks, and leads to them', function()
  ed:keys('gO')
  local names = ed:wait_for('the outline', [[
    local list = vim.fn.getloclist(0)
    return #list > 10 and table.concat(vim.tbl_map(function(x) return x.text end, list), '\n')]])
  assert(names:find('order_first', 1, true) and names:find('held_out', 1, true), names)
  ed:wait_for('its window', "return vim.bo.buftype == 'quickfix'")
  ed:go_to('held_out')
  ed:keys('<CR>')
  ed:wait_for('the block', [[
    return vim.bo.filetype == 'ftspec' and vim.api.nvim_get_current_line():find('^data held_out') ~= nil]])
  ed:command('lclose')
end)

test('a half-typed line silences nothing else', function()
  ed:keys('gg')
  ed:go_to('tier:')
  ed:keys('ccti<Esc>')
  ed:go_to('kind:')
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

test('<C-s>: what a condition is made of is shown while it is written', function()
  folder = ed:open(text)
  ed:wait_for('the server', 'local c = vim.lsp.get_clients({ bufnr = 0 })[1]; return c and c.initialized')
  ed:go_to('when tone_adherence gains')
  ed:keys('Owhen tone_adherence gains <C-s>')
  local shown = ed:wait_for('the window', FLOAT)
  assert(shown:find('gains OP AMOUNT over N rounds', 1, true) or shown:find('over N rounds', 1, true), shown)
  ed:keys('<Esc>u')
  ed:wait_for('normal mode', "return vim.api.nvim_get_mode().mode == 'n' and vim.fn.search('gains $', 'nw') == 0")
end)

test('grr lists the uses of a name, and they are marked', function()
  ed:go_to('order_facts_correct {')
  ed:keys('grr')
  ed:wait_for('the list', 'return #vim.fn.getqflist() >= 4')
  ed:wait_for('its window', "return vim.bo.buftype == 'quickfix'")
  ed:command('cclose')
  ed:command('lua vim.lsp.buf.document_highlight()')
  local MARKS = "#vim.api.nvim_buf_get_extmarks(0, vim.api.nvim_create_namespace('nvim.lsp.references'), 0, -1, {})"
  ed:wait_for('the marks', 'return ' .. MARKS .. ' >= 4')
  ed:command('lua vim.lsp.buf.clear_references()')
  ed:wait_for('no marks', 'return ' .. MARKS .. ' == 0')
end)

test('words have the colours of what they mean, and follow an edit', function()
  local function kind_at(line, column)
    return ed:wait_for('a colour', [[
      local line, column = ...
      local tokens = vim.lsp.semantic_tokens.get_at_pos(0, line, column)
      return tokens and tokens[1] and tokens[1].type]], line, column)
  end
  local line = ed:go_to('kind:') - 1
  local before = { kind_at(line, 2), kind_at(line, 10) }
  assert(before[1] ~= before[2], vim.inspect(before))
  ed:keys('ggO// a note<Esc>')
  eq(before, { kind_at(line + 1, 2), kind_at(line + 1, 10) })
  eq('comment', kind_at(0, 4))
  ed:keys('u')
  ed:wait_for('the old text', "return vim.fn.getline(1):find('note') == nil")
end)

test('remarks stand behind what they speak of', function()
  ed:command('lua vim.lsp.inlay_hint.enable()')
  local said = ed:wait_for('remarks', [[
    local hints = vim.lsp.inlay_hint.get({ bufnr = 0 })
    local words = vim.tbl_map(function(h) return h.inlay_hint.label end, hints)
    return #words > 0 and table.concat(vim.tbl_map(function(l) return type(l) == 'table' and l[1].value or l end, words), '|')]])
  assert(said:find('71% → 90%', 1, true), said)
  ed:go_to('require tone_adherence')
  ed:see('71% → 90%')
end)

test('a line above the header leads to what the verdict rests on', function()
  ed:go_to('owner:')
  ed:keys('A 5<Esc>')
  ed:wait_for('the finding', 'return #vim.diagnostic.get(0) > 0')
  ed:command('lua vim.lsp.codelens.refresh({ bufnr = 0 })')
  ed:go_to('spec "')
  ed:see('1 to mend')
  ed:command('lua vim.lsp.codelens.run()')
  -- Two stand above the title: the verdict, and the way to the plan.
  local offered = ed:choose('1 to mend')
  eq(2, #offered)
  assert(offered[2]:find('open plan', 1, true), offered[2])
  ed:wait_for('the place', "return vim.api.nvim_get_current_line():find('^owner') ~= nil")
  ed:keys('u')
  ed:wait_for('none', 'return #vim.diagnostic.get(0, { severity = 1 }) == 0')
end)

test('blocks fold by what the server says', function()
  ed:command('set foldmethod=expr foldexpr=v:lua.vim.lsp.foldexpr() foldlevel=99')
  local line = ed:go_to('task {')
  ed:wait_for('a fold', 'return vim.fn.foldlevel(...) > 0', line)
  ed:keys('zM')
  ed:wait_for('it closed', 'return vim.fn.foldclosed(...) == ...', line)
  ed:keys('zR')
end)

test('gq: formatting lines leaves the others alone', function()
  local line = ed:go_to('kind:')
  ed:keys('0i    <Esc>3GO      // far off<Esc>')
  ed:wait_for('crooked lines', "return vim.fn.getline(...) == '      kind:   style'", line + 1)
  eq('      // far off', ed:lines()[3])
  ed:go_to('kind:')
  ed:keys('gqq')
  ed:wait_for('the line', "return vim.fn.getline(...) == '  kind:   style'", line + 1)
  eq('      // far off', ed:lines()[3])
  ed:keys('uuu')
  ed:wait_for('the old text', "return vim.fn.search('far off', 'nw') == 0")
end)

test('all findings of one kind are mended at once, and what is safe by its kind', function()
  for title, wrong in pairs({
    ['mend all 2 findings of unknown-word'] = { 'kind: stile', 'cause: behaviour' },
    ['mend everything that is safe'] = { 'kind：style', 'cause：behavior' },
  }) do
    ed:open('spec "A plan"\n\ngoal {\n  ' .. table.concat(wrong, '\n  ') .. '\n}')
    ed:wait_for('findings', 'return #vim.diagnostic.get(0) >= 2')
    ed:go_to(wrong[1])
    ed:keys('$')
    ed:keys('gra')
    ed:choose(title)
    ed:wait_for('both mended', [[
      return vim.fn.getline(4):find('^  kind: ?style$') ~= nil and vim.fn.getline(5):find('^  cause: ?behavior$') ~= nil]])
  end
end)

test('a finding is accepted, and what is typed next is the reason', function()
  ed:open('spec "A plan"\n\ngoal {\n  kind: style\n}')
  ed:wait_for('findings', 'return #vim.diagnostic.get(0) > 0')
  ed:go_to('spec')
  ed:keys('gra')
  ed:choose('accept missing-risk-tier')
  ed:wait_for('the block', "return vim.fn.search('^accept missing-risk-tier', 'nw') > 0")
  ed:wait_for('the hole', "return vim.api.nvim_get_mode().mode == 's'")
  ed:keys('we know<Esc>')
  ed:wait_for('the reason', [[return vim.fn.search('because: "we know"', 'nw') > 0]])
end)

test('the block that is missing is written', function()
  ed:open('spec "A plan"\n\ngoal {\n  kind: style\n}')
  ed:wait_for('findings', 'return #vim.diagnostic.get(0) > 0')
  ed:go_to('spec')
  ed:keys('gra')
  ed:choose('`risk` block')
  ed:wait_for('the block', "return vim.fn.search('^risk {', 'nw') > 0")
  ed:wait_for('the hole', "return vim.api.nvim_get_mode().mode == 's'")
  ed:keys('<Esc>')
end)

test(':FtspecPlan markdown shows the plan beside the spec, and follows it', function()
  ed:open(text)
  ed:wait_for('the server', "local c = vim.lsp.get_clients({ bufnr = 0, name = 'ftspec' })[1]; return c and c.initialized")
  ed:command('FtspecPlan markdown')
  -- What stands in the window beside.
  local BESIDE = [[
    local plan = vim.b.ftspec_plan
    if not plan or vim.fn.bufwinid(plan) == -1 then return end
    return table.concat(vim.api.nvim_buf_get_lines(plan, 0, -1, true), '\n')]]
  local shown = ed:wait_for('the plan', BESIDE)
  assert(shown:find('# Refund replies in the house tone', 1, true), shown:sub(1, 400))
  eq(2, ed:lua('return #vim.api.nvim_list_wins()'))
  ed:go_to('spec "Refund')
  ed:keys('f"ci"Calm replies<Esc>')
  ed:command('write')
  ed:wait_for('the new title', 'local plan = (function() ' .. BESIDE .. " end)(); return plan and plan:find('# Calm replies', 1, true)")
  -- Return on a link goes to its line.
  ed:keys('<C-w>w')
  ed:wait_for('its window', "return vim.bo.filetype == 'markdown'")
  local row = ed:go_to('**Target**')
  local line = tonumber(ed:lines()[row]:match('%[[^%[%]]*%]%([^()]*#L(%d+)%)'))
  ed:keys('f[<CR>')
  ed:wait_for('the spec', "return vim.bo.filetype == 'ftspec' and vim.api.nvim_win_get_cursor(0)[1] == ...", line)
  ed:command('only')
end)

test(':FtspecPlan writes a page and opens it; errors of the language are told', function()
  -- The browser of this user writes down what it is to open.
  local opened = vim.fn.tempname()
  vim.fn.writefile({ '#!/bin/sh', ('printf "%%s\\n" "$1" >> %s'):format(opened) }, bin .. '/xdg-open')
  vim.fn.setfperm(bin .. '/xdg-open', 'rwxr-xr-x')
  ed:command('FtspecPlan')
  ed:wait_for('the page', 'return vim.fn.filereadable(...) == 1', opened)
  local page = vim.fn.readfile(opened)[1]
  ed:see('ftspec: opened ~/')
  ed:see(vim.fs.basename(page))
  local written = table.concat(vim.fn.readfile(page), '\n')
  assert(vim.startswith(written, '<!DOCTYPE html>') and written:find('Calm replies', 1, true), written:sub(1, 400))
  ed:go_to('style')
  ed:keys('ciwstile<Esc>')
  ed:command('FtspecPlan')
  ed:see('ftspec: no plan yet: 1 error of the language to mend first')
  eq(1, #vim.fn.readfile(opened))
  ed:keys('u')
end)

test(':FtspecRestart starts it anew', function()
  local before = ed:lua("return vim.lsp.get_clients({ bufnr = 0, name = 'ftspec' })[1].id")
  ed:command('FtspecRestart')
  ed:wait_for('another server', [[
    local c = vim.lsp.get_clients({ bufnr = 0, name = 'ftspec' })[1]
    return c and c.id ~= ... and c.initialized]], before)
  ed:wait_for('its findings', 'return #vim.diagnostic.get(0) > 0')
end)

test('checkhealth names the server and its version', function()
  ed:command('checkhealth ftspec')
  local report = ed:wait_for('the report', [[
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
    return text:find('tree%-sitter') and text]])
  assert(report:find('is ftspec ', 1, true), report)
  assert(report:find('language server(s) run now', 1, true), report)
end)

test('every server ends with a good exit code', function()
  ed:lua([[
    _G.exits = {}
    vim.lsp.config('ftspec', { on_exit = function(code, signal) table.insert(_G.exits, { code, signal }) end })]])
  ed:command('FtspecRestart')
  ed:wait_for('the restart', "return #vim.lsp.get_clients({ name = 'ftspec' }) == 0")
  local many = ed:wait_for('servers', [[
    local all = vim.lsp.get_clients({ name = 'ftspec' })
    return #all > 0 and vim.iter(all):all(function(c) return c.initialized end) and #all]])
  ed:command("lua vim.lsp.enable('ftspec', false)")
  ed:wait_for('the end', 'return #_G.exits >= ...', many)
  for _, exit in ipairs(ed:lua('return _G.exits')) do
    eq({ 0, 0 }, exit, 'exit code and signal')
  end
end)

ed:stop()
t.finish()
