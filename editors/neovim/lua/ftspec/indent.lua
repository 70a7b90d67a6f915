-- Where a line of a spec stands: as the line above it, one step deeper for every bracket that is left open there. Blanks
-- in strings that run over several lines belong to the text and are left alone.
local M = {}

--- Whether a `"""` is left open at the end of a text, or closed that was open before.
local function odd(text)
  return select(2, text:gsub('"""', '')) % 2 == 1
end

--- A line without what stands in quotes or behind `//`.
local function bare(line)
  line = line:gsub('\\.', ''):gsub('""".-"""', ''):gsub('""".*$', ''):gsub('"[^"]*"', '')
  return (line:gsub('".*$', ''):gsub('//.*$', ''))
end

--- The indentation of a line, for 'indentexpr'; -1 where it should stay as it is.
function M.of(number)
  local lines = vim.api.nvim_buf_get_lines(0, 0, number, false)
  if odd(table.concat(lines, '\n', 1, number - 1)) then
    return -1
  end
  local above = vim.fn.prevnonblank(number - 1)
  if above == 0 then
    return 0
  end
  if odd(lines[above]) and bare(lines[above]):match('^%s*$') then
    -- The string that ends there counts where it begins.
    local first = above - 1
    while first > 1 and not odd(lines[first]) do
      first = first - 1
    end
    above = math.max(first, 1)
  end
  -- Brackets that close at the beginning of a line have taken their step back already.
  local rest = bare(lines[above]):gsub('^[%s%]})]+', '')
  local _, opened = rest:gsub('[%[{(]', '')
  local _, closed = rest:gsub('[%]})]', '')
  local leaving = lines[number]:match('^%s*([%]})]*)')
  return math.max(0, vim.fn.indent(above) + (opened - closed - #leaving) * vim.fn.shiftwidth())
end

return M
