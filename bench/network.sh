#!/usr/bin/env bash
# Measures the network of a release build: talking connections (netbench.py of the speed kit), then idle ones.
#   KIT=DIRECTORY bench/network.sh [OUTPUT.json]       KIT is where netbench.py is; PORT (17801) and IDLE (10000 connections) can be set, too
set -euo pipefail
cd "$(dirname "$0")/.."
kit=${KIT:-../shared/bench} port=${PORT:-17801} idle=${IDLE:-10000} out=${1:-/dev/null}
program=artifacts/bin/Moo.Daemon/release/moo
data=$(mktemp -d)
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$data"' EXIT
[ "$(ulimit -n)" -gt $((idle + 200)) ] || ulimit -n $((idle + 200))

"$program" serve --core bench/network --data "$data" --telnet "127.0.0.1:$port" --http "127.0.0.1:$((port + 1))" >"$data/log" 2>&1 &
server=$!
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.2; done
# The world makes its players first.
python3 bench/network/idle.py "$port" "$server" 1 10000 >/dev/null
# Once to have the code compiled, once to measure.
python3 "$kit/netbench.py" --port "$port" --n 100 --modes ping --kinds closed --duration 10 --out /dev/null 2>/dev/null
python3 "$kit/netbench.py" --port "$port" --pid "$server" --n 100,1000 --modes ping,eval --kinds closed,open,pipe --duration 8 --out "$out"
python3 bench/network/idle.py "$port" "$server" "$idle" 1
