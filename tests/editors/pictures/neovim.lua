-- What a reader of the README may have in their own init.lua: the plugin, remarks, lines above blocks.
vim.o.termguicolors = true
vim.o.number = true
vim.o.signcolumn = 'yes'
vim.o.cursorline = true
vim.o.laststatus = 2
vim.o.scrolloff = 0
vim.o.shortmess = vim.o.shortmess .. 'IF'
vim.diagnostic.config({
  severity_sort = true,
  virtual_text = {
    prefix = '●',
    spacing = 2,
    -- The headline; the whole of it is a key away.
    format = function(finding)
      return finding.message:match('^[^\n]*')
    end,
  },
})
vim.lsp.inlay_hint.enable(true)
for _, remark in ipairs({ 'LspInlayHint', 'LspCodeLens', 'LspCodeLensSeparator' }) do
  vim.api.nvim_set_hl(0, remark, { link = 'Comment' })
end
vim.api.nvim_create_autocmd({ 'LspAttach', 'DiagnosticChanged' }, {
  callback = function(event)
    vim.lsp.codelens.refresh({ bufnr = event.buf })
  end,
})
