#!/usr/bin/env bash
# Draws every diagram of the plans in golden/ with the real Mermaid, in the version that GitHub has and in the latest, in
# Chromium. Installs what it needs; works on a bare Debian with Node 20.
set -euo pipefail
cd "$(dirname "$0")/mermaid"
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
if ! command -v chromium >/dev/null; then
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi
[ -d node_modules ] && npm ls >/dev/null 2>&1 || npm ci --silent --no-audit --no-fund
node --test --test-reporter=spec ./*.test.mjs
