#!/usr/bin/env bash
# HAProxy and nginx; the services that their packages bring need not run.
exec "$(dirname "$0")/ensure-tools.sh" "the tests of proxies" "haproxy nginx" "haproxy nginx-light"
