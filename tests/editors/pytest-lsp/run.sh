#!/usr/bin/env bash
# Speaks to the language server as an independent client with the capabilities of several editors, every message checked
# strictly on its way. Installs pytest-lsp from PyPI below target/.
#
#   FTSPEC=PROGRAM   the program to test; otherwise it is built
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
python=$("$here/install.sh")
if [ -z "${FTSPEC:-}" ]; then
  (cd "$root" && cargo build --quiet -p ftspec-cli)
  FTSPEC="${CARGO_TARGET_DIR:-$root/target}/debug/ftspec"
fi
export FTSPEC PYTHONDONTWRITEBYTECODE=1 FTSPEC_TODAY=2026-11-21 WIRE_LOG="$root/target/pytest-lsp/wire.jsonl"
rm -f "$WIRE_LOG"
cd "$here"
"$python" -m pytest -c pytest.ini "$@"
"$here/verdict.sh" "$WIRE_LOG"
