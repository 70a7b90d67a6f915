-- A real Neovim as a user has it: in a terminal, where keys are typed and the screen is read. What the screen cannot show
-- (where exactly a finding stands, which lists there are) is asked through a second connection.
local TIMEOUT = tonumber(vim.env.NVIM_TEST_TIMEOUT_MS or '') or 30000
local WIDTH, HEIGHT = 120, 40

local Editor = {}
Editor.__index = Editor

--- Starts a Neovim with the plugin, and with a folder in front of its PATH.
function Editor.start(root, path)
  local self = setmetatable({}, Editor)
  self.terminal = vim.api.nvim_create_buf(false, true)
  -- A terminal is as large as the window that shows it.
  vim.o.columns, vim.o.lines = WIDTH, HEIGHT + 2
  vim.api.nvim_open_win(self.terminal, true, { relative = 'editor', row = 0, col = 0, width = WIDTH, height = HEIGHT, style = 'minimal' })
  local address = vim.fn.tempname()
  local command = { vim.v.progpath, '--clean', '-n', '--listen', address,
    '--cmd', 'set runtimepath^=' .. vim.fn.fnameescape(root .. '/editors/neovim') }
  self.job = vim.fn.jobstart(command, {
    term = true,
    env = { TERM = 'xterm-256color', PATH = (path and path .. ':' or '') .. vim.env.PATH },
    on_exit = function(_, code)
      self.exit_code = code
    end,
  })
  assert(self.job > 0, 'Neovim did not start')
  local function connect()
    local ok, chan = pcall(vim.fn.sockconnect, 'pipe', address, { rpc = true })
    self.chan = ok and chan > 0 and chan or nil
    return self.chan ~= nil
  end
  assert(vim.wait(TIMEOUT, connect, 20), 'Neovim does not answer')
  return self
end

--- Whether a prompt (to press Enter, to see more) keeps that Neovim from everything else.
function Editor:is_blocked()
  return vim.rpcrequest(self.chan, 'nvim_get_mode').blocking
end

--- Runs Lua in that Neovim.
function Editor:lua(code, ...)
  if not vim.wait(TIMEOUT, function() return not self:is_blocked() end, 20) then
    error('a prompt waits for a key\n' .. self:screen(), 2)
  end
  return vim.rpcrequest(self.chan, 'nvim_exec_lua', code, { ... })
end

--- Types.
function Editor:keys(keys)
  vim.rpcrequest(self.chan, 'nvim_input', keys)
end

--- Types a text as it is.
function Editor:text(text)
  self:keys((text:gsub('<', '<lt>')))
end

--- Types a command and Return.
function Editor:command(command)
  self:text(':' .. command)
  self:keys('<CR>')
end

--- Waits until a text stands on the screen, and gives its row.
function Editor:see(text)
  local row
  local ok = vim.wait(TIMEOUT, function()
    row = vim.iter(self:rows()):find(function(one) return one:find(text, 1, true) ~= nil end)
    return row ~= nil
  end, 20)
  if not ok then
    error(('%s is not to be seen\n%s'):format(text, self:screen()), 2)
  end
  return row
end

--- Waits for a menu with numbers, types the number of the choice that holds a text, and gives all choices.
function Editor:choose(text)
  self:see('Type number and <Enter>')
  local choices, number = {}, nil
  for _, row in ipairs(self:rows()) do
    local n, title = row:match('^(%d+): (.*)$')
    if n then
      table.insert(choices, title)
      number = number or title:find(text, 1, true) and n
    end
  end
  if not number then
    error(('%s cannot be chosen\n%s'):format(text, self:screen()), 2)
  end
  self:keys(number .. '<CR>')
  return choices
end

--- Puts the cursor on the first place of a text by searching for it; gives the line, counted from 1.
function Editor:go_to(piece)
  for number, line in ipairs(self:lines()) do
    local column = line:find(piece, 1, true)
    if column then
      self:keys('<Esc>G$')
      self:text('/\\V' .. piece:gsub('[\\/]', '\\%0'))
      self:keys('<CR>')
      self:wait_for('the cursor on ' .. piece, 'return vim.deep_equal(vim.api.nvim_win_get_cursor(0), { ... })', number, column - 1)
      return number
    end
  end
  error('no line holds ' .. piece .. '\n' .. self:screen(), 2)
end

function Editor:lines()
  return self:lua('return vim.api.nvim_buf_get_lines(0, 0, -1, true)')
end

--- A new folder with files in it: names to texts.
function Editor.folder(files)
  local folder = vim.fn.tempname()
  for name, text in pairs(files) do
    local path = folder .. '/' .. name
    vim.fn.mkdir(vim.fs.dirname(path), 'p')
    vim.fn.writefile(vim.split(text, '\n'), path)
  end
  return folder
end

--- Opens a file whose text is given; a folder of its own with `ftspec.toml` is its workspace.
function Editor:open(text)
  local folder = Editor.folder({ ['ftspec.toml'] = '', ['plan.ftspec'] = text })
  self:edit(folder .. '/plan.ftspec')
  return folder
end

--- Opens a file.
function Editor:edit(path)
  self:keys('<Esc>')
  self:command('edit ' .. path)
  self:wait_for(path, 'return vim.api.nvim_buf_get_name(0) == vim.uv.fs_realpath(...)', path)
end

--- Asks again and again until `code` returns something; fails with the screen when time is up.
function Editor:wait_for(what, code, ...)
  local args, got = { ... }, nil
  local ok = vim.wait(TIMEOUT, function()
    if self:is_blocked() then
      return false
    end
    got = vim.rpcrequest(self.chan, 'nvim_exec_lua', code, args)
    return got ~= nil and got ~= vim.NIL and got ~= false
  end, 20)
  if not ok then
    error('waited in vain for ' .. what .. '\n' .. self:screen(), 2)
  end
  return got
end

--- The rows of the screen.
function Editor:rows()
  return vim.tbl_map(vim.trim, vim.api.nvim_buf_get_lines(self.terminal, 0, -1, true))
end

--- What is on the screen, as text.
function Editor:screen()
  return '| ' .. table.concat(vim.api.nvim_buf_get_lines(self.terminal, 0, -1, true), '\n| ')
end

function Editor:stop()
  if not self.exit_code then
    pcall(self.keys, self, '<C-\\><C-n>:qall!<CR>')
    vim.wait(5000, function() return self.exit_code ~= nil end, 20)
    pcall(vim.fn.jobstop, self.job)
  end
end

local M = { Editor = Editor, passed = 0, failed = 0 }

--- One test; a failure is told, and the next one runs.
function M.test(name, body)
  local start = vim.uv.hrtime()
  local ok, problem = xpcall(body, debug.traceback)
  M[ok and 'passed' or 'failed'] = M[ok and 'passed' or 'failed'] + 1
  io.stdout:write(('%s - %s (%d ms)\n'):format(ok and 'ok' or 'not ok', name, (vim.uv.hrtime() - start) / 1e6))
  if not ok then
    io.stdout:write('  ' .. tostring(problem):gsub('\n', '\n  ') .. '\n')
  end
end

function M.eq(want, got, what)
  if not vim.deep_equal(want, got) then
    error(('%s: want %s, got %s'):format(what or 'value', vim.inspect(want), vim.inspect(got)), 2)
  end
end

--- Says how it went, and ends.
function M.finish()
  io.stdout:write(('%d passed, %d failed\n'):format(M.passed, M.failed))
  os.exit(M.failed == 0 and M.passed > 0 and 0 or 1)
end

return M
