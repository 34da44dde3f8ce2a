#!/usr/bin/env bash
# Installs what the tests need (only what is missing), builds, and runs every test.
#   ./test.sh [--filter EXPRESSION]      the filter is dotnet test's
set -euo pipefail
cd "$(dirname "$0")"

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi; }

# Debian package -> a file or command that shows it is there.
missing=()
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
command -v telnet >/dev/null || missing+=(inetutils-telnet)
{ command -v tt++ || [ -x /usr/games/tt++ ]; } >/dev/null || missing+=(tintin++)
[ -x /usr/bin/tf5 ] || missing+=(tf5)
command -v plink >/dev/null || missing+=(putty-tools)
command -v ssh >/dev/null || missing+=(openssh-client)
command -v sshpass >/dev/null || missing+=(sshpass)
command -v tmux >/dev/null || missing+=(tmux)
[ -x /usr/sbin/haproxy ] || missing+=(haproxy)
[ -x /usr/games/kildclient ] || missing+=(kildclient)
command -v Xvfb >/dev/null || missing+=(xvfb)
command -v openssl >/dev/null || missing+=(openssl)
[ -x /usr/bin/chromium ] || missing+=(chromium)
[ -x /usr/bin/chromedriver ] || missing+=(chromium-driver)
ldconfig -p | grep -q libsqlite3.so.0 || missing+=(libsqlite3-0)
if [ ${#missing[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} …"
    as_root apt-get update -qq >/dev/null 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
      || echo "Could not install ${missing[*]}; the tests that need them will say so." >&2
  else
    echo "Please install: ${missing[*]} (the tests that need them will be skipped)." >&2
  fi
fi

dotnet build Moo.sln -c Release
dotnet test Moo.sln -c Release --no-build "$@"
