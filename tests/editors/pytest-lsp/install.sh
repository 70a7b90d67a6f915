#!/usr/bin/env bash
# Installs what speaks and checks the protocol below target/, from PyPI, and says which Python has it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
venv="$here/../../../target/pytest-lsp"
if ! cmp -s "$here/requirements.txt" "$venv/installed"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" -q --disable-pip-version-check install -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed"
fi
echo "$(cd "$venv" && pwd)/bin/python"
