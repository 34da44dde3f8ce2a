#!/usr/bin/env bash
# Measures the store and the workers on this machine: commits per second beside the raw databases, what a commit costs in worlds of several
# sizes, collector pauses, a million objects, two workers beside one. About four minutes.
#   bench/store.sh [OBJECTS]      (build bench/Moo.Bench -c Release first; needs PostgreSQL's server programs and 4 GB under TMPDIR)
set -euo pipefail
objects=${1:-1000000}
root=$(cd "$(dirname "$0")/.." && pwd)
bench=$root/artifacts/bin/Moo.Bench/release/Moo.Bench
work=$(mktemp -d "${TMPDIR:-/tmp}/moob-XXXX")
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi; }

mkdir "$work/pg" && { [ "$(id -u)" != 0 ] || chown postgres: "$work" "$work/pg"; }
as "$bin/initdb" -D "$work/pg/data" -U moo -A trust --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" -o "-k $work/pg -h '' -c shared_buffers=256MB" start >/dev/null
trap 'as "$bin/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null; rm -rf "$work"' EXIT
database() { as "$bin/createdb" -h "$work/pg" -U moo "$1"; echo "Host=$work/pg;Username=moo;Database=$1"; }
number() { sed -E "s/.*: ([0-9,]+) ?(commits)?\/s.*/\1/; s/,//g"; }

cd "$work"
uptime
# The disk's own pace, without a database: 4 KiB written and made durable, again and again.
"$bin/pg_test_fsync" -s 1 -f "$work/fsync" | grep -m 3 -E 'fdatasync|fsync ' || true

# In turns, so that both meet the same weather; the best of three counts.
pace() { # what, store, raw command …
  local name=$1 players=$2 store=$3; shift 3
  local best=0 raw=0 n line
  for _ in 1 2 3; do
    line=$("$bench" commits "$store" "$players" 3); echo "   $line"; n=$(number <<<"$line"); if [ "$n" -gt "$best" ]; then best=$n; fi
    line=$("$bench" "$@" 3); echo "   $line"; n=$(number <<<"$line"); if [ "$n" -gt "$raw" ]; then raw=$n; fi
  done
  echo "$name, $players player(s): $best commits/s, the raw database $raw/s: $((best * 100 / raw)) %"
}
for players in 1 64; do
  pace SQLite "$players" "sqlite:commits$players.db" raw-sqlite "raw$players.db" "$players"
  store=$(database "commits$players"); raw=$(database "raw$players")
  pace PostgreSQL "$players" "$store" raw-postgres "$raw" "$players"
done
echo "-- in memory, by the size of the world"
for size in 1000 100000 "$objects"; do "$bench" world "$size"; done
"$bench" pauses "$objects" 20
echo "-- $objects objects"
"$bench" write-world sqlite:big.db "$objects"; "$bench" load-world sqlite:big.db; rm -f big.db*
big=$(database big); "$bench" write-world "$big" "$objects"; "$bench" load-world "$big"
echo "-- two workers"
"$bench" workers 2
uptime
