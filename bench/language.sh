#!/usr/bin/env bash
# The language's figures of docs/benchmarks.md: what turns allocate, then the speed kit against a release server with a fresh world.
set -euo pipefail
cd "$(dirname "$0")/.."
kit=${1:?usage: bench/language.sh FOLDER-OF-THE-SPEED-KIT [OUT.json]}
out=$(realpath -m "${2:-artifacts/language.json}")
port=${PORT:-17917}

dotnet build Moo.Daemon -c Release
dotnet build bench/Moo.Bench -c Release
artifacts/bin/Moo.Bench/release/Moo.Bench allocations

folder=$(mktemp -d)
export MOO_WIZARD_PASSWORD='correct horse battery'
artifacts/bin/Moo.Daemon/release/moo serve --data "$folder/world" \
  --telnet "127.0.0.1:$port" --http "127.0.0.1:$((port + 1))" > "$folder/log" 2>&1 &
server=$!
trap 'kill $server; wait $server || true; rm -rf "$folder"' EXIT
until grep -q Ready "$folder/log"; do
  kill -0 "$server" || { cat "$folder/log" >&2; exit 1; }
  sleep 0.2
done
python3 "$kit/moobench.py" --port "$port" --login "connect Wizard \"$MOO_WIZARD_PASSWORD\"" --pid "$server" --label moo --out "$out"
python3 bench/language-table.py "$out" "$kit/rivals.json"
