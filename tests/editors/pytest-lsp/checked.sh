#!/usr/bin/env bash
# checked.sh FTSPEC LOG FILE: writes FILE, a program that is ftspec for an editor; what its language server says is
# checked strictly on the way, and what it must not say stands in LOG.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=$("$here/install.sh")
cat > "$3" <<END
#!/bin/sh
[ "\$1" = lsp ] && exec "$python" "$here/wire.py" --log "$2" -- "$1" "\$@"
exec "$1" "\$@"
END
chmod +x "$3"
