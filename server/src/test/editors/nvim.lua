-- Run by server/src/test/editors/run. Works with Neovim 0.7 (vim.lsp.start_client) and later (vim.lsp.start).
local plans = os.getenv('PLANS')

local function check(ok, what, detail)
  io.stdout:write((ok and 'ok   ' or 'FAIL ') .. what .. (detail and ': ' .. detail or '') .. '\n')
  if not ok then error(what, 0) end
end

local function wait(probe)
  local value
  vim.wait(30000, function() value = probe(); return value end, 50)
  return value
end

local function edit(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(plans .. '/' .. name))
  vim.bo.filetype = 'genplan'
  return vim.api.nvim_get_current_buf()
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function run()
  local buffer = edit('plan.genplan')
  local config = { name = 'genplan', cmd = { os.getenv('GENPLAN'), 'lsp', '--lang', 'en' }, root_dir = plans }
  local id
  if vim.lsp.start then
    id = vim.lsp.start(config)
  else
    id = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, id)
  end
  local client = vim.lsp.get_client_by_id(id)
  check(wait(function() return client.initialized end), 'the server starts')

  local found = wait(function()
    for _, each in ipairs(vim.diagnostic.get(buffer)) do
      if each.code == 'rl-without-reward' or (each.user_data or {}).lsp and each.user_data.lsp.code == 'rl-without-reward' then
        return each
      end
    end
  end)
  check(found and found.lnum == 8 and found.col == 12, 'findings', found and found.message)

  -- Lines and columns from 0.
  local function request(method, line, character, more)
    local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
    params.position = { line = line, character = character }
    local replies = assert(vim.lsp.buf_request_sync(buffer, method, vim.tbl_extend('force', params, more or {}), 30000))
    return assert(replies[id], 'no answer to ' .. method).result
  end

  local result = request('textDocument/completion', 11, 0)
  local labels = {}
  for _, item in ipairs(result.items or result) do table.insert(labels, item.label) end
  check(vim.tbl_contains(labels, 'finetune'), 'completion', table.concat(labels, ' '))

  local hover = request('textDocument/hover', 8, 13)
  check(vim.inspect(hover.contents):find('policy', 1, true), 'hover', vim.inspect(hover.contents))

  vim.api.nvim_win_set_cursor(0, { 8, 11 })
  vim.lsp.buf.definition()
  check(wait(function() return vim.fn.expand('%:t') == 'models.genplan' end), 'definition in another file')
  check(vim.api.nvim_win_get_cursor(0)[1] == 2, 'definition in its line')
  vim.cmd('buffer ' .. buffer)

  vim.api.nvim_win_set_cursor(0, { 8, 11 })
  vim.lsp.buf.rename('house-model')
  check(wait(function() return text(buffer):find('model:  house-model', 1, true) end), 'rename here')
  local other = vim.fn.bufnr(plans .. '/models.genplan')
  check(text(other):find('model house-model {', 1, true), 'rename in the other file')

  local actions = request('textDocument/codeAction', 8, 12, {
    range = { start = { line = 8, character = 12 }, ['end'] = { line = 8, character = 12 } },
    context = { diagnostics = {} },
  })
  local fix
  for _, action in ipairs(actions) do
    if action.title:find('reward model', 1, true) then fix = action end
  end
  check(fix, 'code action', fix and fix.title)
  if not fix.edit then
    local replies = assert(vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', fix, 30000))
    fix = replies[id].result
  end
  vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
  check(text(buffer):find('\nreward [%w-]+ {'), 'the reward model is added')

  vim.bo.tabstop, vim.bo.shiftwidth, vim.bo.expandtab = 2, 2, true
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 30000 })
  else
    vim.lsp.buf.formatting_sync(nil, 30000)
  end
  check(text(buffer):find('  method:  ppo { kl: 0.05 }', 1, true), 'formatting')

  client.stop()
  check(wait(function() return client.is_stopped() end), 'the server stops')
end

local ok, failure = pcall(run)
if ok then
  vim.cmd('qall!')
else
  io.stdout:write(tostring(failure) .. '\n')
  vim.cmd('cquit 1')
end
