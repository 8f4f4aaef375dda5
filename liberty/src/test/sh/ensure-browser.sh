#!/usr/bin/env bash
# Chromium with its driver, Firefox ESR, which needs none, and the tools of their certificate stores.
exec "$(dirname "$0")/ensure-tools.sh" "the browser tests" \
  "chromium chromedriver firefox-esr certutil pk12util" \
  "chromium chromium-driver firefox-esr libnss3-tools fonts-dejavu-core"
