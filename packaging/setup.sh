# SPDX-FileCopyrightText: 2026 The Sallyport authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run, test and .ci/run: packages and the build.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

# install_packages GROUP...: those of packaging/packages that are missing. Nothing to do is quick and asks nobody.
install_packages() {
    local missing=() package group
    for group; do
        while read -r package; do
            [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
        done < <(awk -v group="$group" '$1 == group { print $2 }' packaging/packages)
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local root=()
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "These packages are missing, and installing them takes root or sudo: ${missing[*]}"
            return 1
        fi
        root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    local log
    log=$(mktemp)
    if ! { "${root[@]}" apt-get update && "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        say "The packages could not be installed (all of it: $log)."
        return 1
    fi
    rm -f "$log"
}

# jobs: as many as there are cores, and 1.5 GB of memory for each.
jobs_here() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    [ "$cores" -le "$memory" ] && echo "$cores" || echo "$memory"
}

# build PRESET [TARGET...]: configures and builds. Quiet unless something is wrong.
build() {
    local preset=$1 log
    shift
    mkdir -p "build/$preset"
    log=build/$preset/log.txt
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    say "Building (build/$preset, $(jobs_here) jobs) ..."
    if ! { cmake --preset "$preset" "${launcher[@]}" && cmake --build "build/$preset" -j "$(jobs_here)" ${1:+--target "$@"}; } >"$log" 2>&1; then
        grep -nE -A8 'error|FAILED|CMake Error' "$log" | tail -n 60 >&2
        say "The build failed (all of it: $log)."
        return 1
    fi
}
