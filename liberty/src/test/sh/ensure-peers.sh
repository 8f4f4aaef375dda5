#!/usr/bin/env bash
# Sees to it that the tests with independent peers find Kannel, Postfix and the SMPP library of Perl. They never skip.
set -euo pipefail
PATH="$PATH:/usr/sbin:/sbin"

missing() {
  local tool
  for tool in bearerbox smsbox postfix perl; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
  perl -MNet::SMPP -e 1 2>/dev/null || echo Net::SMPP
}

if [[ "$(id -u)" -ne 0 ]]; then
  echo "The tests with independent peers run as root: Postfix starts its processes under accounts of their own." >&2
  exit 1
fi
[[ -n "$(missing)" ]] || exit 0
echo "missing for the tests with independent peers:" $(missing)

packages=(kannel libnet-smpp-perl postfix)
if command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  # The tests start instances of their own; what Debian would start by itself would listen to the network.
  policy=/usr/sbin/policy-rc.d
  if [[ ! -e "$policy" ]]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
  echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
  apt-get update -q &&
    apt-get install -y -q --no-install-recommends "${packages[@]}" || true
  for service in kannel postfix; do
    update-rc.d "$service" disable >/dev/null 2>&1 || true
  done
fi

if [[ -n "$(missing)" ]]; then
  echo "The tests with independent peers need:" $(missing) >&2
  echo "On Debian: apt-get install ${packages[*]}" >&2
  exit 1
fi
