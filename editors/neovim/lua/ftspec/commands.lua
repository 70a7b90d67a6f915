-- Commands that the language server puts into its answers and the editor runs; `docs/editors.md` describes them.

--- A place of the protocol as a place of Neovim: line from 1, byte from 0.
local function position(buffer, place, encoding)
  local line = vim.api.nvim_buf_get_lines(buffer, place.line, place.line + 1, false)[1] or ''
  return { place.line + 1, vim.str_byteindex(line, encoding, place.character, false) }
end

local function encoding(context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  return client and client.offset_encoding or 'utf-16'
end

return {
  -- Selects the hole that an edit has left, so that what is typed next fills it: the address, a range.
  ['ftspec.fillIn'] = function(command, context)
    local uri, range = unpack(command.arguments)
    local buffer = vim.uri_to_bufnr(uri)
    if vim.api.nvim_get_current_buf() ~= buffer then
      return
    end
    local first = position(buffer, range.start, encoding(context))
    local behind = position(buffer, range['end'], encoding(context))
    vim.api.nvim_win_set_cursor(0, first)
    local keys = vim.api.nvim_replace_termcodes('<Esc>v%dG%d|<C-g>', true, false, true)
    -- Select mode ends on the last character, not behind it.
    local line = vim.api.nvim_buf_get_lines(buffer, behind[1] - 1, behind[1], false)[1]
    local column = vim.fn.virtcol({ behind[1], vim.fn.byteidx(line, vim.fn.charidx(line, behind[2]) - 1) + 1 })
    vim.api.nvim_feedkeys(keys:format(behind[1], column), 'n', false)
  end,

  -- Lists the places that a line above a block speaks of: the address, a headline, ranges.
  ['ftspec.showPlaces'] = function(command, context)
    local uri, title, ranges = unpack(command.arguments)
    local locations = vim.tbl_map(function(range)
      return { uri = uri, range = range }
    end, ranges or {})
    if #locations == 0 then
      return
    end
    local items = vim.lsp.util.locations_to_items(locations, encoding(context))
    vim.fn.setloclist(0, {}, ' ', { title = title, items = items })
    vim.cmd(#items == 1 and 'silent lfirst' or 'lopen')
  end,

  -- Opens the plan document of a spec: the address.
  ['ftspec.showPlan'] = function(command)
    require('ftspec.plan').open(vim.uri_to_bufnr(command.arguments[1]))
  end,
}
