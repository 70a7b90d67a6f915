-- How a spec is edited: comments, names, indentation, folds, colours.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

local buffer = vim.api.nvim_get_current_buf()
local options = {
  commentstring = '// %s',
  comments = '://',
  formatoptions = 'croqlj',
  -- `no-guard` is one name.
  iskeyword = '@,48-57,_,-,192-255',
  expandtab = true,
  shiftwidth = 2,
  softtabstop = 2,
  indentexpr = "v:lua.require'ftspec.indent'.of(v:lnum)",
  indentkeys = '0},0],0),o,O',
}
for name, value in pairs(options) do
  vim.api.nvim_set_option_value(name, value, { buf = buffer })
end

local undo = 'setlocal ' .. table.concat(vim.tbl_map(function(name)
  return name .. '<'
end, vim.tbl_keys(options)), ' ')

-- Colours and folds come from tree-sitter, where its parser is there: see `:help ftspec-parser`.
if require('ftspec').start_treesitter(buffer) then
  undo = undo .. ' foldmethod< foldexpr< foldlevel< | lua vim.treesitter.stop()'
end
vim.b.undo_ftplugin = undo
