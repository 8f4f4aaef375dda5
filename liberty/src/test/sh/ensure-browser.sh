#!/usr/bin/env bash
# Chromium, its driver and the tools of its certificate store.
exec "$(dirname "$0")/ensure-tools.sh" "the browser tests" \
  "chromium chromedriver certutil pk12util" "chromium chromium-driver libnss3-tools fonts-dejavu-core"
