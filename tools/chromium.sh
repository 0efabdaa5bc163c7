#!/bin/sh
# Install Chromium for make browser. Does nothing when there is one.
set -eu
cd "$(dirname "$0")/.."

# A Chromium of your own: nothing to install, found or not.
if [ -n "${CHROMIUM:-}" ]; then
    exec .venv/bin/python -m tests.environments.chromium
fi
if .venv/bin/python -m tests.environments.chromium 2>/dev/null; then
    exit 0
fi
echo "Installing Chromium."
# Ubuntu's package chromium is a snap, which does not run in a container.
if [ "$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release; then
    apt-get update -qq
    apt-get install -y -qq chromium
elif [ "$(id -u)" = 0 ]; then
    # As root, also the libraries that Chromium needs.
    .venv/bin/python -m playwright install --with-deps chromium
else
    .venv/bin/python -m playwright install chromium
fi
.venv/bin/python -m tests.environments.chromium
