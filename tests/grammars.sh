#!/usr/bin/env bash
# Tests of the grammars for editors: the tree-sitter grammar with Cargo, the TextMate grammar with Node. With the word
# `textmate`, the latter alone.
set -euo pipefail
cd "$(dirname "$0")/.."

# The parser is made from grammar.js and compared; that takes Node, and here it must not be left out.
[ "${1:-}" = textmate ] || NEED_NODE=1 cargo test --workspace --test grammars

cd grammar/textmate
[ -d node_modules ] && npm ls >/dev/null 2>&1 || npm ci --silent --no-audit --no-fund
npm test --silent
