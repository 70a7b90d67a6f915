-- The language server, for `vim.lsp.enable('ftspec')`; `:help ftspec-lsp`.
return {
  cmd = { 'ftspec', 'lsp' },
  filetypes = { 'ftspec' },
  root_markers = { 'ftspec.toml', '.git' },
}
