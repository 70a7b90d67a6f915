-- Several folders in one Neovim: what is known of specs that are not open, and how far the server is with them.
--
--   nvim -l folders_test.lua ROOT_OF_THE_REPOSITORY FOLDER_OF_FTSPEC
local root, bin = vim.fs.abspath(arg[1]), vim.fs.abspath(arg[2])
package.path = root .. '/tests/editors/neovim/?.lua;' .. package.path
local t = require('editor')
local test, eq = t.test, t.eq

-- Among other things, nothing says what must not get worse.
local flawed = table.concat(vim.fn.readfile(root .. '/examples/flawed/persona_bleu.ftspec'), '\n')
local first = t.Editor.folder({ ['ftspec.toml'] = '', ['plan.ftspec'] = 'spec "A plan"\n', ['near.ftspec'] = flawed })
local second = t.Editor.folder({
  ['ftspec.toml'] = '[rules]\nno-guard = "allow"\n',
  ['far.ftspec'] = flawed .. '\nbehavior far_away { must: "be found" }\n',
})
local ed = t.Editor.start(root, bin)

--- The codes of what is found in a file, open or not.
local CODES = [[
  local buffer = vim.fn.bufnr(vim.uv.fs_realpath(...))
  local found = buffer ~= -1 and vim.diagnostic.get(buffer) or {}
  local codes = vim.iter(found):map(function(d) return d.code or d.message end):totable()]]
local function codes(path)
  return ed:wait_for('findings of ' .. path, CODES .. '; return #codes > 0 and codes', path)
end
local function wait_for_none(path)
  ed:wait_for('no findings of ' .. path, CODES .. '; return #codes == 0', path)
end

--- Types the answer to a prompt that has an answer already.
local function answer(prompt, text)
  ed:see(prompt)
  ed:keys('<C-u>')
  ed:text(text)
  ed:keys('<CR>')
end

local function add(folder)
  ed:command('lua vim.lsp.buf.add_workspace_folder()')
  answer('Workspace Folder:', folder)
end

local function remove(folder)
  ed:command('lua vim.lsp.buf.remove_workspace_folder()')
  answer('Workspace Folder:', folder)
end

--- Looks for a name in all specs; what Neovim says to it is on the screen then.
local function look_for(name)
  ed:command('lua vim.lsp.buf.workspace_symbol()')
  answer('Query:', name)
end

test('specs that are not open are checked, and listed with what is found', function()
  ed:edit(first .. '/plan.ftspec')
  assert(vim.list_contains(codes(first .. '/near.ftspec'), 'FT404'))
  ed:command('lua vim.diagnostic.setqflist()')
  ed:wait_for('the list', "return vim.bo.buftype == 'quickfix'")
  ed:go_to('near.ftspec|')
  ed:keys('<CR>')
  ed:wait_for('the spec', "return vim.fn.expand('%:t') == 'near.ftspec'")
  ed:command('cclose')
  ed:edit(first .. '/plan.ftspec')
end)

test('a folder that is not of the workspace is left alone', function()
  look_for('far_away')
  ed:see('No symbols found')
  wait_for_none(second .. '/far.ftspec')
end)

test('a folder that is added is checked by its own ftspec.toml', function()
  add(second)
  local found = codes(second .. '/far.ftspec')
  assert(not vim.list_contains(found, 'FT404'), 'its ftspec.toml allows it: ' .. vim.inspect(found))
  assert(vim.list_contains(codes(first .. '/near.ftspec'), 'FT404'), 'and only there')
end)

test('names of its specs are found, and lead there', function()
  look_for('far_away')
  ed:wait_for('the list', "return vim.bo.buftype == 'quickfix'")
  ed:keys('<CR>')
  ed:wait_for('the block', [[
    return vim.fn.expand('%:t') == 'far.ftspec' and vim.api.nvim_get_current_line():find('^behavior far_away') ~= nil]])
  eq(1, ed:lua("return #vim.lsp.get_clients({ name = 'ftspec' })"), 'servers for both folders')
  ed:command('cclose')
  ed:command('bdelete')
  ed:edit(first .. '/plan.ftspec')
end)

test('a folder that is removed is forgotten', function()
  remove(second)
  wait_for_none(second .. '/far.ftspec')
  look_for('far_away')
  ed:see('No symbols found')
  assert(#codes(first .. '/near.ftspec') > 0)
end)

test('what is wrong in an ftspec.toml comes and goes with its folder', function()
  local broken = t.Editor.folder({ ['ftspec.toml'] = '[rules]\nno-gard = "allow"\n', ['a.ftspec'] = flawed })
  add(broken)
  codes(broken .. '/ftspec.toml')
  remove(broken)
  wait_for_none(broken .. '/a.ftspec')
  wait_for_none(broken .. '/ftspec.toml')
end)

-- Enough that the scan is seen on its way.
local many = {}
for number = 1, 3000 do
  many[('plan_%d.ftspec'):format(number)] = 'spec "A plan"\n\ngoal { kind: style, cause: behavior }\n'
end
local large = t.Editor.folder(many)

test('how far a scan is stands in the status line, until it ends', function()
  -- As `:help vim.lsp.status()` has it.
  ed:command('set statusline=<%{v:lua.vim.lsp.status()}>')
  ed:command('autocmd LspProgress * redrawstatus')
  ed:lua([[
    _G.told = {}
    vim.api.nvim_create_autocmd('LspProgress', {
      callback = function(event)
        local value = event.data.params.value
        table.insert(_G.told, { kind = value.kind, title = value.title, percentage = value.percentage, message = value.message })
      end,
    })]])
  add(large)
  ed:see('%: Checking specs: ')
  ed:wait_for('the end', "return #_G.told > 0 and _G.told[#_G.told].kind == 'end'")
  local told = ed:lua('return _G.told')
  eq({ kind = 'begin', title = 'Checking specs', percentage = 0 }, told[1])
  local last = 0
  for number = 2, #told - 1 do
    eq('report', told[number].kind)
    assert(told[number].percentage >= last, 'never back: ' .. vim.inspect(told))
    last = told[number].percentage
    local seen, of = told[number].message:match('^(%d+)/(%d+)$')
    eq(3002, tonumber(of), 'the specs of both folders')
    eq(last, math.floor(100 * seen / of), 'percent')
  end
  assert(last >= 95, 'nearly all of it: ' .. last)
  ed:command('redrawstatus')
  ed:see('<>')
end)

test('a scan that is given up ends what it shows', function()
  ed:lua('_G.told = {}')
  -- Once the second one is under way, every bar but its own has ended; then its own does.
  ed:command(("lua vim.lsp.buf.remove_workspace_folder('%s')"):format(large))
  wait_for_none(large .. '/plan_1.ftspec')
  eq(0, ed:lua('return #_G.told'), 'bars for two specs')
  add(large)
  ed:see('%: Checking specs: ')
  add(second)
  codes(second .. '/far.ftspec')
  ed:wait_for('the end of every bar', [[
    local begun, ended = 0, 0
    for _, one in ipairs(_G.told) do
      begun = begun + (one.kind == 'begin' and 1 or 0)
      ended = ended + (one.kind == 'end' and 1 or 0)
    end
    return begun == 2 and ended == 2]])
end)

ed:stop()
t.finish()
