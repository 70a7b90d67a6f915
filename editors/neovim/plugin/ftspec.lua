-- Starts the language server where Neovim can do so by itself (0.11 and later), and adds the commands.
if vim.g.loaded_ftspec then
  return
end
vim.g.loaded_ftspec = 1

if vim.lsp.enable and vim.g.ftspec_lsp ~= false then
  vim.lsp.enable('ftspec')
end

vim.api.nvim_create_user_command('FtspecRestart', function()
  require('ftspec').restart()
end, { desc = 'Start the language server of ftspec anew' })

vim.api.nvim_create_user_command('FtspecBuildParser', function()
  require('ftspec').build_parser()
end, { desc = 'Compile the tree-sitter parser of ftspec' })

vim.api.nvim_create_user_command('FtspecPlan', function(asked)
  local show = asked.args == 'markdown' and 'split' or 'open'
  require('ftspec.plan')[show](vim.api.nvim_get_current_buf())
end, {
  nargs = '?',
  complete = function()
    return { 'html', 'markdown' }
  end,
  desc = 'Show the plan document of this spec: a page in the browser, or Markdown beside it',
})
