# Finds a Chromium for the browser journeys and exports its path as CHROMIUM.
# shellcheck shell=bash

find_chromium() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
            CHROMIUM=$(command -v "$candidate")
            export CHROMIUM
            return
        fi
    done
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Debian's Chromium for the browser journeys …"
        if { apt-get update && apt-get install -y --no-install-recommends chromium; } >/dev/null; then
            CHROMIUM=$(command -v chromium) && export CHROMIUM && return
        fi
    fi
    say_no "the browser journeys need Chromium: install it (on Debian: apt install chromium), or name it in CHROMIUM."
}
