#!/usr/bin/env bash
# verdict.sh LOG: fails where the checker saw a message that no server may send, or saw none at all.
set -euo pipefail
if grep '^{"violation"' "$1" >&2; then exit 1; fi
messages=$(grep -c '^{"from": "server"' "$1")
echo "$messages messages of the server were checked"
[ "$messages" -gt 100 ]
