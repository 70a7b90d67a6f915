-- What the commands do.
local M = {}

--- This plugin's folder.
local function home()
  return vim.fs.dirname(vim.fs.dirname(vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))))
end

--- Where the parser's source is: beside this plugin in the repository of ftspec, or where `vim.g.ftspec_parser_source` says.
function M.parser_source()
  return vim.g.ftspec_parser_source or vim.fs.normalize(home() .. '/../../grammar/tree-sitter/src')
end

--- Where the compiled parser goes: a folder that Neovim looks into by itself.
function M.parser_path()
  return vim.fn.stdpath('data') .. '/site/parser/ftspec.so'
end

--- Loads the parser: the one that Neovim finds, or else the one that we compiled. False where there is none.
function M.load_parser()
  local found, there = pcall(vim.treesitter.language.add, 'ftspec')
  if found and there then
    return true
  end
  local path = M.parser_path()
  found, there = pcall(vim.treesitter.language.add, 'ftspec', { path = path })
  return vim.uv.fs_stat(path) ~= nil and found and there == true
end

--- Turns on what comes from tree-sitter: colours in a buffer, and folds in the windows that show it.
function M.start_treesitter(buffer)
  if not (M.load_parser() and pcall(vim.treesitter.start, buffer, 'ftspec')) then
    return false
  end
  for _, window in ipairs(vim.fn.win_findbuf(buffer)) do
    vim.wo[window][0].foldmethod = 'expr'
    vim.wo[window][0].foldexpr = 'v:lua.vim.treesitter.foldexpr()'
    vim.wo[window][0].foldlevel = 99
  end
  return true
end

--- Compiles the parser and turns the colours on in the specs that are open.
function M.build_parser()
  local source = M.parser_source()
  if not vim.uv.fs_stat(source .. '/parser.c') then
    vim.notify('ftspec: there is no parser.c in ' .. source, vim.log.levels.ERROR)
    return false
  end
  local path = M.parser_path()
  vim.fn.mkdir(vim.fs.dirname(path), 'p')
  local compiler = vim.env.CC or 'cc'
  if vim.fn.executable(compiler) == 0 then
    vim.notify('ftspec: there is no C compiler `' .. compiler .. '`; set $CC to yours', vim.log.levels.ERROR)
    return false
  end
  local run = vim.system({ compiler, '-shared', '-fPIC', '-O2', '-std=c11', '-I', source, source .. '/parser.c', '-o', path }):wait()
  if run.code ~= 0 then
    vim.notify('ftspec: the parser does not compile\n' .. run.stderr, vim.log.levels.ERROR)
    return false
  end
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].filetype == 'ftspec' then
      M.start_treesitter(buffer)
    end
  end
  vim.notify('ftspec: the parser is at ' .. vim.fn.fnamemodify(path, ':~'))
  return true
end

--- Stops the language server and starts it anew.
function M.restart()
  local clients = vim.lsp.get_clients({ name = 'ftspec' })
  for _, client in ipairs(clients) do
    client:stop()
  end
  local gone = vim.wait(3000, function()
    return #vim.lsp.get_clients({ name = 'ftspec' }) == 0
  end, 20)
  if not gone then
    for _, client in ipairs(clients) do
      client:stop(true)
    end
  end
  -- To enable it again attaches it to the specs that are open.
  vim.lsp.enable('ftspec', false)
  vim.lsp.enable('ftspec')
end

return M
