# Invented letters, each with a case number of its own, and what became of them. Sourced by run.sh.

# Letters number $1 to $2.
make_letters() {
    local number
    for ((number = $1; number <= $2; number++)); do
        sed "s/CM16-9999901/CM16-$((1000000 + number))/" "$example" >"$work/tree/srv/letters/$number.txt"
    done
}

# The clerk drops letters number $1 to $2, each moved in whole; the inbox is on the same filesystem as the clerk's folder.
drop() {
    inside install -d -o clerk /srv/out
    inside runuser -u clerk -- sh -c "
        cd /srv/out && for number in \$(seq $1 $2); do
            cp /srv/letters/\$number.txt . && mv \$number.txt /var/spool/imrd/inbox/ || exit 1
        done"
}

# How many arrivals have come to an end.
outcomes() { cat "$work"/state/log/audit/*.jsonl 2>/dev/null | grep --count --extended-regexp '"event":"(filed|duplicate|held)"' || true; }

has_outcomes() { (($(outcomes) >= $1)); }

wait_for_outcomes() { wait_for "$1 letters are in the log" has_outcomes "$1"; }

in_log() { cat "$work"/state/log/audit/*.jsonl | grep --quiet --fixed-strings "$1"; }

# Whether the notifier's command was given a text.
is_told() { [[ $(inside journalctl --identifier imrd-told --output cat) == *"$1"* ]]; }

# A command of the scanner that Docs/Operating.md lets in.
smb() { inside smbclient //127.0.0.1/letters --user 'scanner2%a long password' --command "$1"; }

# An inbox that is mounted by FUSE, into which somebody puts a letter without this mount: found by looking, and said so.
polled_inbox() {
    [[ -c /dev/fuse ]] || { say "left out: no /dev/fuse, so no inbox on FUSE" && return; }
    inside apt-get --quiet=2 install --no-install-recommends bindfs >/dev/null 2>&1
    inside mkdir --parents /srv/theirs /srv/mounted
    inside bindfs /srv/theirs /srv/mounted
    local imrd="env IMRD_INBOX_PATH=/srv/mounted IMRD_INBOX_SCAN_INTERVAL=1 imrd"
    inside systemd-run --quiet --unit=polled $imrd run --root /srv/polled
    wait_for "imrd says that it looks into an inbox on FUSE" polled_says "(fuse, polling every 1 s)"
    cp "$work/tree/srv/letters/0.txt" "$work/tree/srv/theirs/"
    wait_for "a letter put into an inbox on FUSE is filed" polled_says "Filed     1,"
    [[ $(inside $imrd doctor --root /srv/polled) == *"fuse: what other machines write is found by looking, every 1 s"* ]] ||
        fail "imrd doctor does not name the filesystem"
    inside systemctl stop polled
    inside umount /srv/mounted
}

polled_says() { [[ $(inside $imrd status --root /srv/polled) == *"$1"* ]]; }

exporter_serves() { inside curl --silent http://127.0.0.1:9100/metrics | grep --quiet "^$1"; }

restarted_since() { (($(inside systemctl show imrd --property=NRestarts --value) > $1)); }

# Every letter that was made is filed, once, under its own bytes.
filed_once() {
    sha256sum "$work"/tree/srv/letters/*.txt | cut -d' ' -f1 | sort >"$work/made"
    cat "$work"/state/log/audit/*.jsonl | grep '"event":"filed"' | sed 's/.*"sha256":"\([0-9a-f]*\)".*/\1/' | sort >"$work/filed"
    find "$work/state/archive" -path '*/data/*.txt' -exec sha256sum {} + | cut -d' ' -f1 | sort >"$work/archived"
    cmp "$work/made" "$work/filed" && cmp "$work/made" "$work/archived" &&
        say "$(wc -l <"$work/filed") letters made, filed and archived, each once"
}

# The same package under a newer version.
newer_package() {
    dpkg-deb --raw-extract "$1" "$work/newer"
    sed -i 's/^Version: .*/&+test/' "$work/newer/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$work/newer" "$2" >/dev/null
    rm -r "$work/newer"
}
