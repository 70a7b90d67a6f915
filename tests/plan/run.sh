#!/usr/bin/env bash
# Tests the plan as a page in a real browser: read on a desk and on a telephone, in light and dark, by keyboard and by a
# checker of accessibility, printed, and fed with texts that nobody should trust. Installs what it needs; works on a bare
# Debian with Rust and Node 20.
#
#   FTSPEC=PROGRAM   the program to test with; otherwise it is built
#   SHOTS=DIR        where the pictures go; otherwise target/plan/shots
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
step() { printf '\n== [%3ss] Plan: %s\n' "$SECONDS" "$*"; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

step 'browser, fonts, packages'
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftoppm >/dev/null || missing+=(poppler-utils)
fonts=$(fc-list 2>/dev/null || true)
grep -qi 'dejavu\|noto sans' <<<"$fonts" || missing+=(fonts-dejavu-core)
grep -qi 'wqy\|cjk' <<<"$fonts" || missing+=(fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
(cd "$here" && npm ci --silent --no-audit --no-fund)

step 'program'
if [ -z "${FTSPEC:-}" ]; then
  (cd "$root" && cargo build --quiet -p ftspec-cli)
  FTSPEC="${CARGO_TARGET_DIR:-$root/target}/debug/ftspec"
fi
FTSPEC=$(realpath "$FTSPEC")
export FTSPEC
export SHOTS="${SHOTS:-$root/target/plan/shots}"
rm -rf "$SHOTS" && mkdir -p "$SHOTS"

step 'in the browser'
timeout 1500 node --test --test-concurrency=1 --test-reporter=spec "$here"/*.test.mjs
step 'done'
