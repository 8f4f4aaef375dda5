#!/usr/bin/env bash
# Sees to it that the browser tests find Chromium, its driver and the tools of its certificate store. They never skip.
set -euo pipefail

needed=(chromium chromedriver certutil pk12util)
missing() {
  local tool
  for tool in "${needed[@]}"; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
}

[[ -n "$(missing)" ]] || exit 0
echo "missing for the browser tests:" $(missing)

packages=(chromium chromium-driver libnss3-tools fonts-dejavu-core)
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
  echo "The browser tests need these commands in the PATH:" $(missing) >&2
  echo "On Debian: sudo apt-get install ${packages[*]}" >&2
  exit 1
fi
