-- Which files are specs.
vim.filetype.add({ extension = { ftspec = 'ftspec' } })
