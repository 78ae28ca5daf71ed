#!/usr/bin/env bash
# The package on a bare Debian 12 with systemd really booted: installed, used, killed, hung, filled, upgraded, rebooted, removed.
# Usage: Tests/Deployment/run.sh PACKAGE    As root; PACKAGE is what Deploy/package made. Prints what it saw; exit 0 when all is well.
#
# Needs debootstrap, systemd-container and a network for Debian's packages. The bare tree is kept in /var/tmp/imrd-debian12 for the
# next time; everything else is removed at the end.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
. "$here/machine.sh"
. "$here/letters.sh"

package=$(readlink -f "${1:?usage: Tests/Deployment/run.sh PACKAGE}")
work=$(mktemp --directory --tmpdir imrd-deployment.XXXXXX)
trap 'machine_end; rm -rf "$work"' EXIT

machine_make
machine_boot
say "$(inside systemctl --version | head -1) in Debian $(cat "$work/tree/etc/debian_version"): $(inside systemctl is-system-running || true)"

# --- install
cp "$package" "$work/tree/root/imrd.deb"
apt_get update
apt_get -y --no-install-recommends install /root/imrd.deb >"$work/apt.log" 2>&1 || {
    cat "$work/apt.log"
    fail "the package cannot be installed"
}
apt_get clean
wait_for "the daemon says ready" inside systemctl is-active --quiet imrd
for unit in imrd imrd-serve imrd-notify; do
    say "$(inside systemd-analyze security "$unit.service" --no-pager | tail -1 | tr -cd '[:print:]')"
done
inside useradd --groups imrd-drop clerk
inside useradd stranger
inside imrd doctor || fail "the doctor finds a problem"

# --- who may do what
example=$here/../../Docs/Examples/letter.txt
install -D -m 644 "$example" "$work/tree/srv/letters/letter.txt"
inside runuser -u clerk -- cp /srv/letters/letter.txt /var/spool/imrd/inbox/
wait_for_outcomes 1
must_fail "a clerk lists the inbox" inside runuser -u clerk -- ls /var/spool/imrd/inbox
must_fail "a clerk reads the archive" inside runuser -u clerk -- ls /var/lib/imrd/archive
must_fail "a clerk asks the daemon" inside runuser -u clerk -- imrd status
must_fail "a stranger drops a letter" inside runuser -u stranger -- cp /srv/letters/letter.txt /var/spool/imrd/inbox/x.txt
must_fail "the daemon's user opens a network connection" inside systemd-run --quiet --wait --pipe \
    --property=PrivateNetwork=yes --property=User=imrd bash -c 'exec 3<>/dev/tcp/127.0.0.1/22'
make_letters 1 1
inside runuser -u clerk -- sh -c 'umask 077; cp /srv/letters/1.txt /var/spool/imrd/inbox/private.txt'
wait_for_outcomes 2
inside journalctl --quiet -u imrd IMRD_CODE=D01 --output=cat | sed 's/^/  journal: /'
inside journalctl --quiet -u imrd | grep --quiet 'private\.txt' && fail "the journal holds the name of a file"
say "bags: $(inside sh -c 'cd /var/lib/imrd/archive/*/*/* && sha256sum --check --quiet manifest-sha256.txt' && echo valid)"

# --- kill -9, three times, while 300 letters come
make_letters 2 300
drop 2 300 &
for _ in 1 2 3; do
    sleep 0.7
    inside systemctl kill --signal=KILL --kill-whom=main imrd || true
done
wait $!
wait_for_outcomes 301
say "killed three times: restarted $(inside systemctl show imrd --property=NRestarts --value) times, every letter filed once"

# --- a process that hangs
restarts=$(inside systemctl show imrd --property=NRestarts --value)
inside mkdir -p /run/systemd/system/imrd.service.d
inside sh -c 'printf "[Service]\nWatchdogSec=4\nTimeoutAbortSec=3\n" > /run/systemd/system/imrd.service.d/test.conf'
inside systemctl daemon-reload
inside systemctl restart imrd
inside systemctl kill --signal=STOP --kill-whom=main imrd
wait_for "the watchdog starts a stopped daemon again" restarted_since 0
make_letters 301 301
drop 301 301
wait_for_outcomes 302
inside rm -r /run/systemd/system/imrd.service.d
inside systemctl daemon-reload
inside systemctl restart imrd

# --- a full disk
fallocate --length "$(df --output=avail --block-size=1 "$work/state" | tail -1)" "$work/state/filler" || true
cat /dev/zero >>"$work/state/filler" 2>/dev/null || true
make_letters 302 321
drop 302 321
wait_for "the log says that the disk is full" in_log '"event":"storage-full"'
(($(outcomes) < 322)) || fail "letters were filed on a full disk"
rm "$work/state/filler"
wait_for_outcomes 322
say "a full disk: claiming paused, and went on by itself; $(grep -c '"event":"storage-ok"' "$work"/state/log/audit/*.jsonl) storage-ok"

# --- upgrade while letters come, with a configuration that was changed
inside sed -i 's/^  scanInterval: 60/  scanInterval: 30/' /etc/imrd/imrd.yaml
newer_package "$package" "$work/tree/root/newer.deb"
make_letters 322 521
drop 322 521 &
apt_get -y install /root/newer.deb >"$work/apt.log" 2>&1 || fail "no upgrade: $(cat "$work/apt.log")"
wait $!
wait_for_outcomes 522
inside grep --quiet 'scanInterval: 30' /etc/imrd/imrd.yaml || fail "the upgrade overwrote the configuration"
say "upgraded to $(inside dpkg-query --show --showformat='${Version}' imrd) while 200 letters came: every letter filed once"

# --- reboot
make_letters 522 571
drop 522 571
inside systemctl reboot
machine_rebooted
wait_for "the daemon runs after the reboot" inside systemctl is-active --quiet imrd
wait_for_outcomes 572

# --- the site, where this version has one
if inside imrd serve --help >/dev/null 2>&1; then . "$here/site.sh"; fi

# --- what is left is whole
inside systemctl stop imrd
python3 "$here/../Oracle/verify_log.py" "$work/state/log" || fail "the log does not verify"
filed_once || fail "a letter is missing or was filed twice"

# --- remove, install again, purge
apt_get -y remove imrd >/dev/null
[[ -d $work/state/archive && -e $work/tree/etc/imrd/imrd.yaml ]] || fail "removing took data or configuration along"
apt_get -y install /root/newer.deb >/dev/null
wait_for "the daemon runs after it was installed again" inside systemctl is-active --quiet imrd
apt_get -y purge imrd </dev/null >/dev/null
[[ -d $work/state/archive && -d $work/state/log && ! -e $work/tree/etc/imrd/imrd.yaml ]] || fail "purging took data along, or left the configuration"
say "removed, installed again, purged: archive and log stay"
say "all is well ($SECONDS s)"
