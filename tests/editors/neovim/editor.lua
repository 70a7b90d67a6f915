-- A real Neovim as the tests drive it: a second process that is typed into, looked at, and waited for.
local TIMEOUT = tonumber(vim.env.NVIM_TEST_TIMEOUT_MS or '') or 30000

local Editor = {}
Editor.__index = Editor

--- Starts a Neovim with the plugin, and with a folder in front of its PATH.
function Editor.start(root, path)
  local command = { vim.v.progpath, '--embed', '--headless', '--clean', '-n', '--cmd', 'set lines=40 columns=120',
    '--cmd', 'set runtimepath^=' .. vim.fn.fnameescape(root .. '/editors/neovim') }
  local self = setmetatable({}, Editor)
  self.chan = vim.fn.jobstart(command, {
    rpc = true,
    env = path and { PATH = path .. ':' .. vim.env.PATH } or nil,
    on_exit = function(_, code)
      self.exit_code = code
    end,
  })
  assert(self.chan > 0, 'Neovim did not start')
  return self
end

--- Runs Lua in that Neovim.
function Editor:lua(code, ...)
  return vim.rpcrequest(self.chan, 'nvim_exec_lua', code, { ... })
end

--- Types.
function Editor:keys(keys)
  vim.rpcrequest(self.chan, 'nvim_input', keys)
end

function Editor:lines()
  return self:lua('return vim.api.nvim_buf_get_lines(0, 0, -1, true)')
end

--- Opens a file whose text is given; a folder of its own with `ftspec.toml` is its workspace.
function Editor:open(text)
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, 'p')
  vim.fn.writefile({}, folder .. '/ftspec.toml')
  vim.fn.writefile(vim.split(text, '\n'), folder .. '/plan.ftspec')
  self:lua('vim.cmd.edit(...)', folder .. '/plan.ftspec')
  return folder
end

--- Asks again and again until `code` returns something; fails with the screen when time is up.
function Editor:wait_for(what, code, ...)
  local args, got = { ... }, nil
  local ok = vim.wait(TIMEOUT, function()
    got = self:lua(code, unpack(args))
    return got ~= nil and got ~= vim.NIL and got ~= false
  end, 20)
  if not ok then
    error('waited in vain for ' .. what .. '\n' .. self:screen(), 2)
  end
  return got
end

--- What is on the screen, as text.
function Editor:screen()
  return self:lua([[
    vim.cmd.redraw()
    local rows = {}
    for r = 1, vim.o.lines do
      local row = {}
      for c = 1, vim.o.columns do row[c] = vim.fn.screenstring(r, c) end
      rows[r] = '| ' .. table.concat(row):gsub('%s+$', '')
    end
    return table.concat(rows, '\n')]])
end

function Editor:stop()
  if not self.exit_code then
    pcall(vim.rpcnotify, self.chan, 'nvim_command', 'qall!')
    vim.wait(5000, function() return self.exit_code ~= nil end, 20)
    pcall(vim.fn.jobstop, self.chan)
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
