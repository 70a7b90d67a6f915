-- The language server, for `vim.lsp.enable('ftspec')`; `:help ftspec-lsp`.
local commands = require('ftspec.commands')
return {
  cmd = { 'ftspec', 'lsp' },
  filetypes = { 'ftspec' },
  root_markers = { 'ftspec.toml', '.git' },
  -- The server leaves these to us.
  init_options = { commands = vim.tbl_keys(commands) },
  commands = commands,
}
