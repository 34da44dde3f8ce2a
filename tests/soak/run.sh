#!/usr/bin/env bash
# The long tests; see README.md beside this file.
set -euo pipefail
cd "$(dirname "$0")/../.."
case "${1:-}" in
  codec)
    MOO_SOAK=1 dotnet test tests/Moo.Protocols.Tests -c Release --filter 'FullyQualifiedName~SoakTests' ;;
  network)
    dotnet build Moo.Daemon -c Release
    exec python3 tests/soak/network.py artifacts/bin/Moo.Daemon/release/moo "${2:-1}" ;;
  *)
    echo "usage: tests/soak/run.sh codec | network [HOURS]" >&2; exit 2 ;;
esac
