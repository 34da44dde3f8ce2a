#!/usr/bin/env bash
# Measures the store on this machine: commits per second beside the raw databases, commit cost against world size, a million objects.
#   bench/store.sh [OBJECTS]      (build bench/Moo.Bench -c Release first; needs PostgreSQL's server programs)
set -euo pipefail
objects=${1:-1000000}
root=$(cd "$(dirname "$0")/.." && pwd)
bench=$root/artifacts/bin/Moo.Bench/release/Moo.Bench
work=$(mktemp -d /tmp/moob-XXXX)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"; else "$@"; fi; }

mkdir "$work/pg" && { [ "$(id -u)" != 0 ] || chown postgres: "$work" "$work/pg"; }
as "$bin/initdb" -D "$work/pg/data" -U moo -A trust --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
as "$bin/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" -o "-k $work/pg -h '' -c shared_buffers=256MB" start >/dev/null
trap 'as "$bin/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null; rm -rf "$work"' EXIT
database() { as "$bin/createdb" -h "$work/pg" -U moo "$1"; echo "Host=$work/pg;Username=moo;Database=$1"; }

cd "$work"
uptime
for players in 1 64; do
  echo "-- SQLite, $players player(s)";     "$bench" commits "sqlite:commits$players.db" $players 5; "$bench" raw-sqlite "raw$players.db" $players 5
  store=$(database "commits$players"); raw=$(database "raw$players")
  echo "-- PostgreSQL, $players player(s)"; "$bench" commits "$store" $players 5; "$bench" raw-postgres "$raw" $players 5
done
echo "-- in memory, by the size of the world"
for size in 1000 100000 "$objects"; do "$bench" world $size; done
echo "-- $objects objects"
"$bench" write-world sqlite:big.db "$objects"; "$bench" load-world sqlite:big.db
big=$(database big); "$bench" write-world "$big" "$objects"; "$bench" load-world "$big"
uptime
