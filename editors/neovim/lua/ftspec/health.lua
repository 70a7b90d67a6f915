-- `:checkhealth ftspec`: what is there, what is not, and what to do about it.
local M = {}

local function check_neovim()
  if vim.fn.has('nvim-0.11') == 1 then
    vim.health.ok('Neovim starts language servers by itself')
  else
    vim.health.error('Neovim is older than 0.11', { 'Update Neovim, or start `ftspec lsp` with a plugin of your choice.' })
  end
end

local function check_server()
  local config = vim.lsp.config and vim.lsp.config['ftspec']
  local command = config and config.cmd or { 'ftspec', 'lsp' }
  if type(command) ~= 'table' then
    vim.health.info('the language server is started by a function of yours')
    return
  end
  if vim.fn.executable(command[1]) == 0 then
    vim.health.error(('`%s` cannot be run'):format(command[1]), {
      'Install ftspec, so that it is on your $PATH,',
      "or say where it is: vim.lsp.config('ftspec', { cmd = { '/path/to/ftspec', 'lsp' } })",
    })
    return
  end
  local run = vim.system({ command[1], '--version' }, { timeout = 5000, text = true }):wait()
  if run.code == 0 then
    vim.health.ok(('`%s` is %s'):format(vim.fn.exepath(command[1]), vim.trim(run.stdout)))
  else
    vim.health.warn(('`%s --version` ends with code %d'):format(command[1], run.code), { vim.trim(run.stderr or '') })
  end
  if vim.g.ftspec_lsp == false then
    vim.health.info('the language server is off: vim.g.ftspec_lsp is false')
  end
  local clients = vim.lsp.get_clients({ name = 'ftspec' })
  vim.health.info(#clients == 0 and 'no language server runs now' or ('%d language server(s) run now'):format(#clients))
end

local function check_parser()
  if not require('ftspec').load_parser() then
    vim.health.warn('the tree-sitter parser is not there: no colours, no folds', { 'Run :FtspecBuildParser, which takes a C compiler.' })
    return
  end
  vim.health.ok('the tree-sitter parser is there, ABI ' .. vim.treesitter.language.inspect('ftspec').abi_version)
  for _, query in ipairs({ 'highlights', 'folds', 'indents', 'locals' }) do
    local fits, problem = pcall(vim.treesitter.query.get, 'ftspec', query)
    if fits then
      vim.health.ok(('its query for %s fits'):format(query))
    else
      vim.health.error(('its query for %s does not fit'):format(query), { tostring(problem), 'Run :FtspecBuildParser.' })
    end
  end
end

function M.check()
  vim.health.start('ftspec: Neovim')
  check_neovim()
  vim.health.start('ftspec: language server')
  check_server()
  vim.health.start('ftspec: tree-sitter')
  check_parser()
end

return M
