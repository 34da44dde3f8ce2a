#!/bin/bash
# Imported worlds: how long import and start take, what the process holds then, and how fast programs run in ToastCore beside the starter world.
#
#   bench/imported.sh [RUNS]
#
# Needs a release build, the databases LambdaCore.db and toastcore.db (MOO_TEST_DATABASES, else ../shared/data), and for the last part the speed
# kit (MOO_SPEED_KIT, else ../shared/bench). FAST names a command to put before each (such as one that raises the priority).
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
moo=${MOO_BIN:-$here/artifacts/bin/Moo.Daemon/release/moo}
databases=${MOO_TEST_DATABASES:-$here/../shared/data}
kit=${MOO_SPEED_KIT:-$here/../shared/bench}
fast=${FAST:-}
runs=${1:-5}
port=$((21000 + RANDOM % 2000))
work=$(mktemp -d)
server=
trap '[ -n "$server" ] && kill -9 $server 2>/dev/null; rm -rf "$work"' EXIT

now() { date +%s%N; }
since() { echo $((($(now) - $1) / 1000000)); }

# start DATA: sets server, and says how long it took to listen.
start() {
    local begun; begun=$(now)
    MOO_WIZARD_PASSWORD=bench $fast "$moo" serve --data "$1" --telnet 127.0.0.1:$port --http 127.0.0.1:$((port + 1)) >"$work/log" 2>&1 &
    server=$!
    disown
    until (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; do sleep 0.01; done
    took=$(since "$begun")
    server=$(pgrep -f -n -- "--data $1 --telnet 127.0.0.1:$port")
}

stop() { kill -9 $server; while kill -0 $server 2>/dev/null; do sleep 0.02; done; server=; }

for core in LambdaCore toastcore; do
    for _ in $(seq "$runs"); do
        rm -rf "$work/$core"
        begun=$(now)
        $fast "$moo" import --data "$work/$core" "$databases/$core.db" >/dev/null
        imported=$(since "$begun")
        start "$work/$core"
        sleep 2
        echo "$core import $imported ms, start $took ms, RSS $(awk '/VmRSS/ { print int($2 / 1024) }' /proc/$server/status) MiB"
        stop
    done
done

[ -f "$kit/moobench.py" ] || { echo "no speed kit in $kit"; exit 0; }
bench() { # NAME DATA LOGIN
    start "$2"
    sleep 1
    $fast python3 "$kit/moobench.py" --port $port --login "$3" --pid $server --label "$1" --reps "$runs" --target "${TARGET:-0.2}" --out "$work/$1.json" >/dev/null 2>&1
    stop
}
rm -rf "$work/toastcore"
"$moo" import --data "$work/toastcore" "$databases/toastcore.db" >/dev/null
bench starter "$work/starter" 'connect Wizard bench'
bench imported "$work/toastcore" 'connect wizard'
python3 - "$work/starter.json" "$work/imported.json" <<'COMPARE'
import json, math, sys
starter, imported = ({name: result['min_ns_per_op'] for name, result in json.load(open(f))['results'].items()} for f in sys.argv[1:])
ratios = {name: imported[name] / starter[name] for name in starter if name in imported and starter[name] > 0 < imported[name]}
for name, ratio in sorted(ratios.items(), key=lambda pair: pair[1]):
    print('%-18s %10.1f ns  %10.1f ns  %5.2f%s' % (name, starter[name], imported[name], ratio, '' if 0.8 <= ratio <= 1.2 else '  *'))
mean = math.exp(sum(map(math.log, ratios.values())) / len(ratios))
print('imported ToastCore beside the starter world: geometric mean %.2f over %d benchmarks, %d outside 0.8 to 1.2'
      % (mean, len(ratios), sum(not 0.8 <= ratio <= 1.2 for ratio in ratios.values())))
COMPARE
