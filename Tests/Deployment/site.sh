# A reviewer at the site, as a browser would be. Sourced by run.sh.

site=http://127.0.0.1:8437

browse() { inside curl --silent --show-error --cookie /root/jar --cookie-jar /root/jar "$@"; }

# Sends a form from the site's own page, and prints the code of the answer.
send() { browse --output /dev/null --write-out '%{http_code}' --header "Origin: $site" "$@"; }

log_in() {
    inside rm -f /root/jar
    [[ $(send --data-urlencode name=ana --data-urlencode "password=$1" "$site/login") == "$2" ]]
}

# The finding D01 of case $1 as the site shows it now: "1.2", and its state.
on_site() { browse "$site/anomalies?state=all&rule=D01&case=$1" | tr --delete '\n' | sed 's/.*<tr data-row id="finding-\([0-9.]*\)"/\1 /; s/<[^>]*>/ /g'; }

# $1 is a case number, $2 what a reviewer does, and $3 what the site says then.
reviewer_does() {
    local finding token
    read -r finding _ <<<"$(on_site "$1")"
    token=$(browse "$site/anomalies")
    token=${token#*name=\"token\" value=\"}
    token=${token%%\"*}
    [[ $(send --data-urlencode "token=$token" --data "finding=$finding&act=$2&back=/anomalies" "$site/anomalies") == 303 ]] ||
        fail "the site does not take the act of a reviewer"
    [[ $(on_site "$1") == *"$3"* ]] || fail "the site does not show that the finding is $3"
    in_log "\"event\":\"reviewed\",\"actor\":\"ana\",\"act\":\"$2\"" || fail "what the reviewer did is not in the log"
    say "a reviewer sees $1 and does: $2"
}

# The site lets nobody in without a login, shows the letter of case $1, takes an act, and is its own user that writes nothing.
reviewer_works() {
    [[ $(browse --output /dev/null --write-out '%{http_code} %{redirect_url}' "$site/") == *"/login"* ]] ||
        fail "the site shows something without a login"
    log_in wrong 401 || fail "a wrong password is let in"
    log_in "$password" 303 || fail "the reviewer cannot log in"
    reviewer_does "$1" acknowledge acknowledged
    [[ $(inside sh -c 'stat --format %U /proc/$(systemctl show imrd-serve --property=MainPID --value)') == imrd-serve ]] ||
        fail "the site has no user of its own"
    local path
    for path in /var/lib/imrd/x /var/lib/imrd/register.sqlite /var/lib/imrd/log/audit/checkpoint /etc/imrd/imrd.yaml; do
        must_fail "the site's user writes to $path" inside runuser -u imrd-serve -- sh -c ": >> $path"
    done
    must_fail "the site's user reads the signing key" inside runuser -u imrd-serve -- cat /etc/credstore/imrd.signing-key
    must_fail "a stranger reads who may log in" inside runuser -u stranger -- cat /var/lib/imrd-serve/reviewers.json
}

# The site answers again, also after whatever ended it; sessions end with it.
reviewer_is_back() {
    wait_for "the site answers $1" site_answers
    log_in "$password" 303 || fail "the reviewer cannot log in $1"
    [[ $(on_site "$2") == *"$2"* ]] || fail "the reviewer does not see $2 $1"
}

site_answers() { [[ $(inside curl --silent --output /dev/null --write-out '%{http_code}' "$site/login") == 200 ]]; }
