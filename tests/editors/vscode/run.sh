#!/usr/bin/env bash
# Tests the VS Code extension in a real VS Code: packs it, runs tests inside the extension host, then drives the packed
# extension in Chromium by keyboard and mouse. Installs what it needs; works on a bare Debian with Rust, Node 20, g++ and make.
#
#   FTSPEC=PROGRAM   the program to test with; otherwise it is built
#   SHOTS=DIR        where the screenshots go; otherwise target/editors/vscode/shots
#   ONLY=host|e2e|pictures    only the one kind of tests
#   UPDATE=1         the pictures of the README are made anew; otherwise they go to target/pictures
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
home="$root/target/editors/vscode"
mkdir -p "$home"
step() { printf '\n== [%3ss] VS Code: %s\n' "$SECONDS" "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

step 'browser, VS Code, packages'
# Two slow things at once: the server's native modules on one core, the program on the other.
"$here/install-code-server.sh" "$home/server" >"$home/install-code-server.log" 2>&1 & installing=$!
# fontconfig names a font; what is asked for here are the signs for the screenshots in Chinese.
missing=()
command -v chromium >/dev/null || missing+=(chromium fonts-dejavu-core)
fc-list 2>/dev/null | grep -qi 'wqy\|cjk' || missing+=(fonts-wqy-microhei)
if [ ${#missing[@]} -gt 0 ]; then
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
packages() { # what is there already is kept
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return
  (cd "$1" && npm ci --silent --no-audit --no-fund && cp package-lock.json node_modules/.installed)
}
packages "$root/editors/vscode"
packages "$here"

step 'program'
if [ -z "${FTSPEC:-}" ]; then
  (cd "$root" && cargo build --quiet -p ftspec-cli)
  FTSPEC="${CARGO_TARGET_DIR:-$root/target}/debug/ftspec"
fi
FTSPEC=$(realpath "$FTSPEC")

step 'extension'
(cd "$root/editors/vscode" && npm run --silent types && npm run --silent package -- "$home/ftspec.vsix" >"$home/package.log") ||
  { cat "$home/package.log"; exit 1; }
wait "$installing" || { cat "$home/install-code-server.log"; exit 1; }

# The server of the tests at the keyboard has its messages checked.
export FTSPEC CHECKED="$home/checked/ftspec" WIRE_LOG="$home/wire.jsonl"
mkdir -p "$home/checked" && rm -f "$WIRE_LOG"
"$here/../pytest-lsp/checked.sh" "$FTSPEC" "$WIRE_LOG" "$CHECKED"
export VSCODE_NODE="$home/server/node24/bin/node"
export CODE_SERVER="$home/server/node_modules/code-server"
export EXTENSION="$root/editors/vscode"
export VSIX="$home/ftspec.vsix"
export SHOTS="${SHOTS:-$home/shots}"
if [ "${ONLY:-host}" = host ]; then
  step 'inside the extension host'
  timeout 240 node "$here/host.mjs"
fi
if [ "${ONLY:-e2e}" = e2e ]; then
  step 'at the keyboard'
  rm -rf "$SHOTS" && mkdir -p "$SHOTS"
  timeout 700 node --test --test-concurrency=1 --test-reporter=spec "$here"/e2e/*.test.mjs
  "$here/../pytest-lsp/verdict.sh" "$WIRE_LOG"
fi
if [ "${ONLY:-pictures}" = pictures ]; then
  step 'pictures'
  timeout 240 node --test --test-concurrency=1 --test-reporter=spec "$here"/../pictures/*.test.mjs
fi
step 'done'
