-- The plan document of a spec: as a page in the browser, or as Markdown in a window beside the spec.
local M = {}

local function say(text, level)
  vim.notify('ftspec: ' .. text, level or vim.log.levels.INFO)
end

--- Asks the language server for the document of a buffer as it is now.
local function ask(buffer, format, done)
  local client = vim.lsp.get_clients({ name = 'ftspec', bufnr = buffer })[1]
  if not client then
    say('no language server works on this buffer; :checkhealth ftspec', vim.log.levels.ERROR)
    return
  end
  local params = { uri = vim.uri_from_bufnr(buffer), format = format }
  client:request('ftspec/plan', params, function(failed, plan)
    if failed or not plan or plan == vim.NIL then
      say('the language server gave no plan: ' .. (failed and failed.message or 'it does not know this buffer'), vim.log.levels.ERROR)
    elseif plan.errors > 0 then
      say(('no plan yet: %d error%s of the language to mend first'):format(plan.errors, plan.errors == 1 and '' or 's'), vim.log.levels.WARN)
    else
      done(plan)
    end
  end, buffer)
end

--- Where the page of a spec is written: one file a spec, in Neovim's cache.
function M.page_path(buffer)
  local name = vim.fs.basename(vim.api.nvim_buf_get_name(buffer))
  name = name == '' and 'plan' or name:gsub('%.ftspec$', '')
  local folder = vim.fs.joinpath(vim.fn.stdpath('cache'), 'ftspec')
  vim.fn.mkdir(folder, 'p')
  local which = vim.fn.sha256(vim.api.nvim_buf_get_name(buffer)):sub(1, 8)
  return vim.fs.joinpath(folder, ('%s-%s.html'):format(name, which))
end

--- Writes the page and opens it in the browser.
function M.open(buffer)
  ask(buffer, 'html', function(plan)
    local path = M.page_path(buffer)
    vim.fn.writefile(vim.split(plan.text, '\n', { plain = true }), path)
    local _, failed = vim.ui.open(path)
    local shown = vim.fn.fnamemodify(path, ':~')
    say(failed and ('the plan is at ' .. shown) or ('opened ' .. shown))
  end)
end

--- The buffer that shows the Markdown of a spec, if there is one.
local function beside(buffer)
  local known = vim.b[buffer].ftspec_plan
  return known and vim.api.nvim_buf_is_valid(known) and known or nil
end

local function fill(shown, plan)
  vim.bo[shown].modifiable = true
  vim.api.nvim_buf_set_lines(shown, 0, -1, false, vim.split(plan.text, '\n', { plain = true, trimempty = true }))
  vim.bo[shown].modifiable = false
end

--- Goes from a link such as `(refund.ftspec#L12)` under the cursor to that line of the spec.
local function follow(buffer)
  local line, column = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2] + 1
  local nearest
  for first, number, last in line:gmatch('()%[[^%[%]]*%]%([^()]*#L(%d+)%)()') do
    nearest = nearest or number
    if first <= column and column < last then
      nearest = number
    end
  end
  if not nearest then
    return
  end
  local window = vim.fn.bufwinid(buffer)
  if window == -1 then
    vim.cmd.sbuffer(buffer)
  else
    vim.api.nvim_set_current_win(window)
  end
  vim.api.nvim_win_set_cursor(0, { math.min(tonumber(nearest), vim.api.nvim_buf_line_count(buffer)), 0 })
end

--- Shows the Markdown in a window beside the spec; it is written anew when the spec is saved.
function M.split(buffer)
  ask(buffer, 'markdown', function(plan)
    local shown = beside(buffer)
    if not shown then
      shown = vim.api.nvim_create_buf(false, true)
      vim.bo[shown].bufhidden = 'wipe'
      vim.b[buffer].ftspec_plan = shown
      vim.api.nvim_create_autocmd('BufWritePost', {
        buffer = buffer,
        group = vim.api.nvim_create_augroup('ftspec_plan_' .. buffer, {}),
        callback = function()
          if not beside(buffer) then
            return true -- the window was closed: nobody looks any more
          end
          ask(buffer, 'markdown', function(newer)
            if beside(buffer) then
              fill(shown, newer)
            end
          end)
        end,
      })
      vim.keymap.set('n', '<CR>', function()
        follow(buffer)
      end, { buffer = shown, desc = 'Go to the line of the spec' })
    end
    fill(shown, plan)
    if vim.fn.bufwinid(shown) == -1 then
      local spec = vim.api.nvim_get_current_win()
      vim.cmd('vertical sbuffer ' .. shown)
      vim.bo[shown].filetype = 'markdown'
      vim.api.nvim_set_current_win(spec)
    end
  end)
end

return M
