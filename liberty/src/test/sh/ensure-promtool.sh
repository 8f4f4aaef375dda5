#!/usr/bin/env bash
# promtool, taken out of Debian's package of Prometheus without installing it: the server that comes with it would listen
# to the network. Usage: ensure-promtool.sh directory
set -euo pipefail
directory=$1
mkdir -p "$directory"
cd "$directory"
[[ ! -x promtool ]] || exit 0

if command -v promtool >/dev/null; then
  ln -s "$(command -v promtool)" promtool
  exit 0
fi
if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
  apt-get download -q prometheus || { apt-get update -q && apt-get download -q prometheus; } || true
  for package in prometheus_*.deb; do
    [[ ! -e "$package" ]] || dpkg-deb --fsys-tarfile "$package" | tar -x --strip-components=3 ./usr/bin/promtool
  done
fi

if [[ ! -x promtool ]]; then
  echo "The tests with Prometheus' own tool need promtool in the PATH. On Debian it is in the package prometheus." >&2
  exit 1
fi
