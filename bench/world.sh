#!/usr/bin/env bash
# Looking, matching and telling in the starter world, in a room with fifty things: microseconds each, the best of several rounds.
#
#   bench/world.sh [rounds]
#
# Starts a server of its own ($MOO, by default the one that is built here) on a new world (from $CORE, by default core-db), on two ports of
# 127.0.0.1 ($MOO_BENCH_PORT and the next; 23871), and throws the world away.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
moo=${MOO:-$root/artifacts/bin/Moo.Daemon/release/moo}
port=${MOO_BENCH_PORT:-23871}
rounds=${1:-15}
data=$(mktemp -d)

MOO_WIZARD_PASSWORD='open sesame' "$moo" serve --data "$data" --core "${CORE:-$root/core-db}" --telnet "127.0.0.1:$port" --http "127.0.0.1:$((port + 1))" > "$data/log" 2>&1 &
server=$!
trap 'kill $server; wait $server 2> /dev/null || true; rm -rf "$data"' EXIT
until grep -qs Ready "$data/log"; do kill -0 $server; sleep 0.1; done

exec 3<> "/dev/tcp/127.0.0.1/$port"
send() { printf '%s\r\n' "$1" >&3; }

# The value that an expression has. What else comes is thrown away, in large bites.
value() {
  send ";$1"
  grep -m1 -a '^=> ' <&3 | sed 's/^=> //; s/\r$//'
}

send 'connect Wizard "open sesame"'
value '$server_options.fg_ticks = 1000000000' > /dev/null
value '$server_options.fg_seconds = 120' > /dev/null
value '$server_options.bg_ticks = 1000000000' > /dev/null
value '$server_options.bg_seconds = 120' > /dev/null
value 'load_server_options()' > /dev/null
room=$(value 'toint(create($room, player))')
value ";r = toobj($room); r.name = \"The Hall\"; r.description = \"A long hall.\"; for i in [1..50] o = create(\$thing, player); o.name = tostr(\"widget \", i); o.aliases = {o.name, tostr(\"gadget\", i)}; move(o, r); endfor move(player, r); return 0;" > /dev/null

# Runs a statement many times in one task. The loop itself is taken off; ftime() counts in whole milliseconds or better, so a round lasts some of them.
measure() {
  local best
  best=$(value ";r = toobj($room); best = 1.0; for round in [1..$rounds] t = ftime(1); for i in [1..$3] endfor t = ftime(1) - t; u = ftime(1); for i in [1..$3] $2 endfor u = ftime(1) - u; best = min(best, (u - t) / $3.0); suspend(0); endfor return toint(best * 10000000.0);")
  printf '%-34s %6d.%d us\n' "$1" $((best / 10)) $((best % 10))
}

measure 'look: room:look_self()' 'r:look_self();' 300
measure 'match: a name' '$match_utils:find("widget 37", player);' 2000
measure 'match: the start of an alias' '$match_utils:find("gadget3", player);' 2000
measure 'match: nothing' '$match_utils:find("xyzzy", player);' 2000
measure 'tell: room:announce_all()' 'r:announce_all("Hello.");' 2000
measure 'tell: say, rendered and heard' '$events:emit("say", r, r:say_template("hello"), ["actor" -> player], ["message" -> "hello"]);' 1000
