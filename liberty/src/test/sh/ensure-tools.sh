#!/usr/bin/env bash
# Sees to it that tests find the commands they need, which it installs on Debian if it may. The tests never skip.
# Usage: ensure-tools.sh "whose tests" "commands" "Debian packages"
set -euo pipefail
whose=$1
read -ra needed <<<"$2"
read -ra packages <<<"$3"
PATH="$PATH:/usr/sbin"

missing() {
  local tool
  for tool in "${needed[@]}"; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
}

[[ -n "$(missing)" ]] || exit 0
echo "missing for $whose:" $(missing)

as_root=()
if [[ "$(id -u)" -ne 0 ]]; then
  as_root=(sudo -n)
fi
if command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" apt-get install -y -q --no-install-recommends "${packages[@]}" || true
fi

if [[ -n "$(missing)" ]]; then
  echo "For $whose these commands must be in the PATH:" $(missing) >&2
  echo "On Debian: sudo apt-get install ${packages[*]}" >&2
  exit 1
fi
