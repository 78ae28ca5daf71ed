# A Debian 12 with its own systemd, in a container: made, booted, entered, ended. Sourced by run.sh; $work is its folder.

say() { printf '%4d s  %s\n' "$SECONDS" "$*"; }

fail() {
    say "FAILED: $*"
    inside journalctl --no-pager --lines=40 2>/dev/null || tail -40 "$work/console.log" 2>/dev/null || true
    exit 1
}

must_fail() {
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then fail "$what"; fi
    say "may not be: $what"
}

# Waits until a command succeeds: at most two minutes.
wait_for() {
    local what=$1 limit=$((SECONDS + 120))
    shift
    until "$@" >/dev/null 2>&1; do
        ((SECONDS < limit)) || fail "in vain: $what"
        sleep 0.2
    done
    say "$what"
}

machine_make() {
    local bare=/var/tmp/imrd-debian12
    if [[ ! -e $bare/.complete ]]; then
        rm -rf "$bare"
        debootstrap --variant=minbase --include=systemd-sysv,dbus bookworm "$bare" >"$work/debootstrap.log" ||
            { tail "$work/debootstrap.log" && exit 1; }
        touch "$bare/.complete"
    fi
    cp --archive --reflink=auto "$bare" "$work/tree"
    rm -f "$work/tree/etc/machine-id"
    echo imrd-test >"$work/tree/etc/hostname"
    echo 'APT::Get::Assume-Yes "true"; Dpkg::Use-Pty "false";' >"$work/tree/etc/apt/apt.conf.d/90imrd-test"
    # The state is a small filesystem of its own, so that it can be full.
    truncate --size=1500M "$work/state.img"
    mkfs.ext4 -q -m 0 "$work/state.img"
    mkdir "$work/state"
    mount -o loop "$work/state.img" "$work/state"
}

machine_boot() {
    local fuse=()
    [[ ! -c /dev/fuse ]] || fuse=(--bind=/dev/fuse)
    systemd-nspawn --quiet --directory="$work/tree" --boot --register=no --keep-unit --resolv-conf=copy-host \
        --machine=imrd-test "${fuse[@]}" --bind="$work/state:/var/lib/imrd" --console=pipe >"$work/console.log" 2>&1 </dev/null &
    nspawn=$!
    machine_booted
}

machine_booted() {
    local limit=$((SECONDS + 60))
    # "degraded" is what a container without a kernel of its own is.
    until init=$(pgrep --parent "$nspawn" --full systemd | head -1) && [[ -n $init ]] &&
        [[ $(inside systemctl is-system-running 2>/dev/null) =~ running|degraded ]]; do
        kill -0 "$nspawn" 2>/dev/null || { cat "$work/console.log" && exit 1; }
        ((SECONDS < limit)) || fail "systemd did not boot"
        sleep 0.2
    done
}

# Goes down in order, and comes up again.
machine_reboot() {
    inside systemctl poweroff >/dev/null 2>&1 || true
    wait "$nspawn" || true
    machine_boot
    say "went down and booted again"
}

# Runs a command inside.
inside() {
    nsenter --target "$init" --mount --uts --ipc --net --pid --cgroup -- \
        env --ignore-environment PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb DEBIAN_FRONTEND=noninteractive "$@"
}

# Goes down, and takes its disks along.
machine_end() {
    [[ -z ${nspawn-} ]] || { kill -TERM "$nspawn" 2>/dev/null && wait "$nspawn"; } || true
    mountpoint --quiet "$work/state" && umount --lazy "$work/state"
    rm -rf "$work/tree" "$work/state" "$work/state.img"
}

# Runs the commands of a section of Docs/Operating.md, as root in /srv, and shows what they print.
follow() {
    local command
    say "Docs/Operating.md: $1"
    while read -r command; do
        printf '        # %s\n' "$command"
        inside sh -c "cd /srv && $command" >"$work/printed" 2>&1 </dev/null || {
            cat "$work/printed"
            fail "$command"
        }
        # What apt-get does is long, and is Debian's.
        [[ $command == apt-get* ]] || cut --characters=-150 "$work/printed" | head -25 | sed 's/^/        /'
    done < <(python3 "$here/page.py" "$here/../../Docs/Operating.md" "$1")
}

# The same once more, where the page is followed out of its order.
repeat() { follow "$1"; }
