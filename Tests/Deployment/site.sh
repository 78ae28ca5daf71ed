# A reviewer at the site, as a browser would be. Sourced by run.sh.

site=http://127.0.0.1:8437

has_site() { [[ $(inside imrd --help) == *"  serve "* ]]; }

browse() { inside curl --silent --show-error --cookie /root/jar --cookie-jar /root/jar "$@"; }

reviewer_logs_in() {
    [[ $(browse --output /dev/null --write-out '%{http_code} %{redirect_url}' "$site/") == *"/login"* ]] ||
        fail "the site shows something without a login"
    [[ $(browse --output /dev/null --write-out '%{http_code}' --header "Origin: $site" \
        --data-urlencode name=ana --data-urlencode password=wrong "$site/login") == 401 ]] || fail "a wrong password is let in"
    browse --output /dev/null --header "Origin: $site" --data-urlencode name=ana \
        --data-urlencode "password=correct horse battery staple" "$site/login"
    [[ $(browse "$site/anomalies") == *CM16-9999901* ]] || fail "the reviewer does not see the letter"
    say "a reviewer logs in and sees the letter; $(inside systemctl show imrd-serve --property=User)"
}
