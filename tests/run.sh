#!/usr/bin/env bash
# Runs every test of the project, and installs what they need. Works on a bare Debian with Rust, Node 20 and
# Python 3.11; nothing is skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

# Everybody's run tries the same random inputs; another seed, and more seconds, look for new ones.
SEED="${SEED:-1}"
FUZZ_SECONDS="${FUZZ_SECONDS:-60}"

# What is built once and thrown away gains nothing from being built step by step, and takes twice the room.
[ -z "${CI:-}" ] || export CARGO_INCREMENTAL=0

step() { printf '\n== %s (%d:%02d)\n' "$*" $((SECONDS / 60)) $((SECONDS % 60)); }

# Nothing that was started beside goes on when a step fails.
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

step "Tools"
cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
missing=()
command -v valgrind >/dev/null || missing+=(valgrind libc6-dbg)
command -v g++ >/dev/null && command -v make >/dev/null || missing+=(g++ make)
python3 -c 'import venv, ensurepip' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  as_root apt-get update -qq
  as_root apt-get install -y -qq "${missing[@]}"
fi
# The runner has to match the library of the same name in tests/Cargo.toml.
gungraun-runner --version 2>/dev/null | grep -q ' 0\.20\.0' || cargo install gungraun-runner --version 0.20.0 --locked --quiet
cargo fuzz --version >/dev/null 2>&1 || cargo install cargo-fuzz --version 0.13.2 --locked --quiet

step "Formatting and lints"
cargo fmt --all --check
cargo clippy --workspace --all-targets --quiet -- -D warnings

# Packages for the editors come over the network while the compiler works.
mkdir -p target/editors/vscode
tests/editors/vscode/install-code-server.sh target/editors/vscode/server >target/editors/vscode/install.log 2>&1 & installing=$!

export SEED
step "Tests"
# The parser for editors is made from grammar.js and compared; that takes Node, and here it must not be left out.
NEED_NODE=1 cargo test --workspace

step "Grammars for editors"
tests/grammars.sh textmate

step "Diagrams of plans"
tests/plan/mermaid.sh

step "Several editors' protocol, and Neovim"
cargo build --quiet -p ftspec-cli
export FTSPEC="${CARGO_TARGET_DIR:-$PWD/target}/debug/ftspec"
tests/editors/pytest-lsp/install.sh
# Both wait more than they work.
tests/editors/pytest-lsp/run.sh >target/pytest-lsp/run.log 2>&1 & speaking=$!
tests/editors/neovim/run.sh --ftspec "$FTSPEC"
wait "$speaking" || { cat target/pytest-lsp/run.log; exit 1; }
tail -n 3 target/pytest-lsp/run.log

step "VS Code"
wait "$installing" || { cat target/editors/vscode/install.log; exit 1; }
# A browser on a busy machine can miss a moment; what fails twice is broken.
tests/editors/vscode/run.sh || tests/editors/vscode/run.sh
unset FTSPEC

step "Plans in a browser"
tests/plan/run.sh

step "Instruction counts, and fuzzing for $FUZZ_SECONDS seconds"
cargo run --quiet -p ftspec-tests --bin fuzz_seeds -- tests/fuzz/corpus/spec
cp examples/*.ftspec examples/flawed/*.ftspec tests/fuzz/corpus/spec/
# One counts on one core, and what it counts does not depend on the other.
fuzz() {
  # The fuzzer's flags want a compiler that allows them; the stable one does when asked.
  cd tests && RUSTC_BOOTSTRAP=1 cargo fuzz run spec -- \
    -dict=fuzz/spec.dict -seed="$SEED" -max_total_time="$FUZZ_SECONDS" -max_len=16384 -timeout=5 -print_final_stats=1
}
(fuzz) >target/fuzz.log 2>&1 & fuzzing=$!
cargo bench -p ftspec-tests --bench instructions
wait "$fuzzing" || { tail -n 60 target/fuzz.log; exit 1; }
tail -n 15 target/fuzz.log

step "All tests passed"
