# Finds a Chromium for the browser journeys and exports its path as CHROMIUM. Unless one was named, its small sister
# without a window, which opens a page in a fifth of the work, is exported as CHROMIUM_SHELL where Debian has it.
# shellcheck shell=bash

find_chromium() {
    local candidate
    if [ -z "${CHROMIUM:-}" ]; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! command -v chromium-headless-shell >/dev/null; then
            echo "Installing Debian's Chromium for the browser journeys …"
            apt-get update >/dev/null || true
            apt-get install -y --no-install-recommends chromium chromium-headless-shell >/dev/null ||
                apt-get install -y --no-install-recommends chromium >/dev/null || true
        fi
        CHROMIUM_SHELL=$(command -v chromium-headless-shell || true)
        export CHROMIUM_SHELL
    fi
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
            CHROMIUM=$(command -v "$candidate")
            export CHROMIUM
            return
        fi
    done
    say_no "the browser journeys need Chromium: install it (on Debian: apt install chromium), or name it in CHROMIUM."
}
