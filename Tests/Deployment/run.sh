#!/usr/bin/env bash
# The package on a bare Debian 12 with systemd really booted: installed, used, killed, hung, filled, upgraded, rebooted, removed.
# Usage: Tests/Deployment/run.sh PACKAGE    As root; PACKAGE is what Deploy/package made. Prints what it saw; exit 0 when all is well.
#
# Follows Docs/Operating.md, command by command, and tries in between what the page promises. Needs debootstrap, systemd-container
# and a network for Debian's packages. The bare tree is kept in /var/tmp/imrd-debian12 for the next time.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
. "$here/machine.sh"
. "$here/letters.sh"
. "$here/site.sh"

package=$(readlink -f "${1:?usage: Tests/Deployment/run.sh PACKAGE}")
password="correct horse battery staple"
example=$here/../../Docs/Examples/letter.txt
work=$(mktemp --directory --tmpdir imrd-deployment.XXXXXX)
receiver=
trap 'machine_end; kill $receiver 2>/dev/null || true; rm -rf "$work"' EXIT

bring_up() {
    machine_make
    install -D --mode 644 "$package" "$work/tree/srv/imrd_0.1.0_amd64.deb"
    newer_package "$package" "$work/tree/srv/imrd_0.1.0+test_amd64.deb"
    install -D --mode 644 "$example" "$work/tree/srv/letters/0.txt"
    machine_boot
    inside apt-get --quiet=2 update
}

bring_up
say "$(inside systemctl --version | head -1) in Debian $(cat "$work/tree/etc/debian_version"): $(inside systemctl is-system-running || true)"

follow "Install"
for unit in imrd imrd-serve imrd-notify; do
    say "$(inside systemd-analyze security "$unit.service" --no-pager | tail -1 | tr --complement --delete '[:print:]')"
done

follow "Who may do what"
wait_for_outcomes 1
inside useradd stranger
must_fail "a clerk lists the inbox" inside runuser -u clerk -- ls /var/spool/imrd/inbox
must_fail "a clerk reads the archive" inside runuser -u clerk -- ls /var/lib/imrd/archive
must_fail "a clerk asks the daemon" inside runuser -u clerk -- imrd status
must_fail "a stranger drops a letter" inside runuser -u stranger -- cp /srv/letter.txt /var/spool/imrd/inbox/x.txt
must_fail "a nurse writes into the archive" inside runuser -u nurse -- touch /var/lib/imrd/archive/x
inside runuser -u nurse -- imrd status >/dev/null || fail "a nurse cannot ask the daemon"
[[ $(inside runuser -u nurse -- imrd anomalies) == *D01* ]] || fail "a nurse cannot read what is filed"
make_letters 1 1
inside runuser -u clerk -- sh -c 'umask 077; cp /srv/letters/1.txt /var/spool/imrd/inbox/private.txt'
wait_for_outcomes 2
inside sh -c 'cd /var/lib/imrd/archive/*/*/* && sha256sum --check --quiet manifest-sha256.txt' || fail "the bag is not valid"

follow "Look after it"
follow "Verify"
follow "Keep the signing key elsewhere"
[[ ! -e $work/state/log/audit/key ]] || fail "the key is in the folder of the log again"
in_log '"event":"key-changed"' && fail "the log is signed with another key"

follow "Be told"
wait_for "the notifier runs" inside systemctl is-active --quiet imrd-notify
make_letters 2 2
drop 2 2
wait_for_outcomes 3
wait_for "the notifier has told of it" is_told CM16-1000002
# The same over the network, from within the hardened unit.
python3 "$here/receiver.py" 8438 >"$work/posted" &
receiver=$!
inside sed --in-place 's|^  url: ""|  url: http://127.0.0.1:8438/told|' /etc/imrd/imrd.yaml
inside systemctl restart imrd-notify
follow "Be warned"
wait_for "node_exporter serves the metrics of imrd" exporter_serves imrd_info

# Killed three times while letters come.
make_letters 3 302
for first in 3 103 203; do
    wait_for "the daemon runs" inside systemctl is-active --quiet imrd
    drop "$first" $((first + 99)) &
    dropping=$!
    wait_for_outcomes $((first + 5))
    inside systemctl kill --signal=KILL --kill-whom=main imrd
    wait "$dropping"
done
wait_for_outcomes 303
wait_for "a web server was told of all that" grep --quiet CM16-1000302 "$work/posted"
say "kill -9: started again $(inside systemctl show imrd --property=NRestarts --value) times"

# A process that hangs.
inside mkdir -p /run/systemd/system/imrd.service.d
inside sh -c 'printf "[Service]\nWatchdogSec=4\nTimeoutAbortSec=3\n" > /run/systemd/system/imrd.service.d/test.conf'
inside systemctl daemon-reload
inside systemctl restart imrd
restarts=$(inside systemctl show imrd --property=NRestarts --value)
inside systemctl kill --signal=STOP --kill-whom=main imrd
make_letters 303 303
drop 303 303
wait_for "the watchdog starts a stopped daemon again" restarted_since "$restarts"
wait_for_outcomes 304
inside rm -r /run/systemd/system/imrd.service.d
inside systemctl daemon-reload
inside systemctl restart imrd

# A full disk.
cat /dev/zero >"$work/state/filler" 2>/dev/null || true
make_letters 304 322
drop 304 322
wait_for "the log says that the disk is full" in_log '"event":"storage-full"'
(($(outcomes) < 323)) || fail "letters were filed on a full disk"
rm "$work/state/filler"
wait_for_outcomes 323
wait_for "the log says that there is space again" in_log '"event":"storage-ok"'

follow "Network folders"
make_letters 323 323
inside apt-get --quiet=2 install --no-install-recommends smbclient >/dev/null 2>&1
smb "put /srv/letters/323.txt scan.txt" || fail "the scanner cannot drop a letter through Samba"
say "a scanner drops a letter through Samba"
wait_for_outcomes 324
must_fail "a scanner lists the inbox through Samba" smb "ls"
must_fail "a scanner reads what another put in" smb "get .imrd/claims.jsonl /dev/null"
polled_inbox

follow "The review site"
reviewer_works CM16-1000323
inside systemctl kill --signal=KILL --kill-whom=main imrd-serve
reviewer_is_back "after kill -9" CM16-1000322
inside systemctl stop imrd
reviewer_is_back "while the daemon is down" CM16-1000322
inside systemctl start imrd

follow "Back up"
[[ $(inside stat --format %a /var/backups/imrd.tar.gz) == 600 ]] || fail "the backup is readable by others"
cp "$work/tree/var/backups/imrd.tar.gz" "$work/backup"
cp "$work/tree/etc/credstore/imrd.signing-key" "$work/key"
follow "Restore"
wait_for_outcomes 324

# Upgraded while letters come, with a configuration that was changed.
make_letters 324 523
drop 324 523 &
dropping=$!
follow "Upgrade"
wait "$dropping"
wait_for_outcomes 524
inside grep --quiet 'imrd-told' /etc/imrd/imrd.yaml || fail "the upgrade overwrote the configuration"
inside systemctl is-active --quiet imrd-notify imrd-serve.socket || fail "the upgrade stopped what was enabled"
reviewer_is_back "after the upgrade" CM16-1000523
wait_for "the notifier tells after the upgrade" is_told CM16-1000523

make_letters 524 573
drop 524 573
machine_reboot
wait_for "the daemon runs after the reboot" inside systemctl is-active --quiet imrd
wait_for_outcomes 574
reviewer_is_back "after the reboot" CM16-1000573
reviewer_does CM16-1000573 resolve resolved
wait_for "the notifier tells after the reboot" is_told CM16-1000573

inside journalctl --output json --unit imrd --unit imrd-serve --unit imrd-notify --unit imrd-verify >"$work/journal"
journal=$(python3 "$here/journal.py" "$example" letter.txt private.txt ana <"$work/journal") || fail "the journal: $journal"
say "the journal: $journal"

inside systemctl stop imrd
python3 "$here/../Oracle/verify_log.py" "$work/state/log" || fail "the log does not verify"
filed_once || fail "a letter is missing or was filed twice"

follow "Scans"
python3 "$here/scan.py" "$example" "$work/tree/srv/letters/scan.pdf"
inside runuser -u clerk -- cp /srv/letters/scan.pdf /var/spool/imrd/inbox/
# It waits for more PDFs for ten seconds, unless it could not do its work under the limits of the unit.
reads_pdfs() { [[ $(inside sh -c 'cat /proc/[0-9]*/comm' 2>/dev/null) == *imrd-pdf* ]]; }
wait_for "imrd-pdf runs" reads_pdfs
sleep 1
reads_pdfs || fail "imrd-pdf ended after the first PDF: a pdftotext read it"
wait_for_outcomes 575
inside sh -c 'grep --quiet "\"ocr\":true" /var/lib/imrd/archive/*/*/*/records.jsonl' || fail "the scan was not read"
[[ $(inside imrd letters show CM16-9999901) == *"by OCR"* ]] || fail "nothing says that the letter was read by OCR"
say "a scan is read and filed"

follow "Remove"
inside sh -c 'cat /proc/[0-9]*/comm' | grep --line-regexp 'imrd.*' && fail "something still runs after the package was removed"
[[ -d $work/state/archive && -d $work/state/log && ! -e $work/tree/etc/imrd/imrd.yaml ]] ||
    fail "purging took data along, or left the configuration"
inside apt-get --quiet=2 install /srv/imrd_0.1.0_amd64.deb >/dev/null 2>&1
wait_for "the daemon runs on what was left, installed again" inside systemctl is-active --quiet imrd
wait_for_outcomes 574

# The backup on another machine, as bare as this one was.
machine_end
bring_up
repeat "Install"
inside systemctl stop imrd
install -D --mode 600 "$work/key" "$work/tree/etc/credstore/imrd.signing-key"
cp "$work/backup" "$work/tree/var/backups/imrd.tar.gz"
repeat "Restore"
wait_for_outcomes 324
in_log '"event":"key-changed"' && fail "the log is signed with another key"
inside systemctl enable --now imrd-serve.socket
reviewer_is_back "on another machine" CM16-1000323
say "all is well"
