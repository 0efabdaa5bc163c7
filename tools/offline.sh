#!/bin/sh
# Run a command with the network cut off: tools/offline.sh make test
# In a network namespace of its own there is no device but loopback, for child processes too.
set -eu

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

[ $# -gt 0 ] || fail "Name a command: tools/offline.sh make test"
command -v unshare >/dev/null && command -v ip >/dev/null || fail \
    "Cutting the network off needs Linux with unshare and ip: sudo apt install util-linux iproute2"

if unshare --net true 2>/dev/null; then
    cut_off="unshare --net"
elif unshare --map-root-user --net true 2>/dev/null; then
    cut_off="unshare --map-root-user --net"
else
    fail "This system lets only root make a network namespace. On Ubuntu, to allow it until the next start:
    sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
fi

exec $cut_off sh -eu -c '
    ip link set lo up
    echo "Network cut off; left: $(ip -brief address)"
    [ "$(ip -brief address | wc -l)" -eq 1 ]
    exec "$@"
' offline "$@"
