#!/bin/sh
# Runs scripts/<command>.mjs under Node 24 or newer. If the system's Node is older, one is fetched through npm
# into .local/node (no root needed) and put first on the PATH, so that npm itself runs under it as well.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
command=${1:-}
if [ -z "$command" ] || [ ! -f "$root/scripts/bootstrap.mjs" ]; then
  echo "usage: sh scripts/run.sh <start|test|verify|gen|reset|demo|bench|sbom|desktop|desktop-package> [arguments]" >&2
  exit 64
fi
cd "$root"

is_recent() { "$1" -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 24 ? 0 : 1)' 2>/dev/null; }

private_node() {
  for candidate in "$root"/.local/node/node_modules/node-*/bin/node; do
    if [ -x "$candidate" ] && is_recent "$candidate"; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

by_hand() {
  echo "  Install Node.js 24 or newer by hand, then run the same command again:" >&2
  echo "    macOS           brew install node@24 && brew link --overwrite node@24" >&2
  echo "    Debian, Ubuntu  see https://nodejs.org/en/download (package, archive or nvm)" >&2
  exit 69
}

if command -v node >/dev/null 2>&1 && is_recent node; then
  exec node "$root/scripts/bootstrap.mjs" "$@"
fi

if ! node=$(private_node); then
  if ! command -v npm >/dev/null 2>&1 || ! command -v node >/dev/null 2>&1; then
    echo "forewarn: Node.js 24 or newer is needed; neither it nor an npm to fetch it with is on the PATH." >&2
    by_hand
  fi
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64 | Linux-aarch64) ;;
    *)
      echo "forewarn: Node.js 24 or newer is needed, this is $(node --version); none can be fetched for $(uname -s) $(uname -m)." >&2
      by_hand
      ;;
  esac
  echo "Node.js $(node --version) is too old: fetching Node.js 24 into .local/node (once) …" >&2
  mkdir -p "$root/.local"
  fresh="$root/.local/node.$$"
  trap 'rm -rf "$fresh"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  mkdir -p "$fresh"
  cp "$root/scripts/node/package.json" "$root/scripts/node/package-lock.json" "$fresh/"
  if ! npm ci --prefix "$fresh" --ignore-scripts --include=optional --no-audit --no-fund --loglevel=error >&2; then
    echo "forewarn: npm could not fetch Node.js 24 (see above; is the npm registry reachable? 'npm ping' tells)." >&2
    by_hand
  fi
  rm -rf "$root/.local/node"
  mv "$fresh" "$root/.local/node"
  trap - EXIT INT TERM
  if ! node=$(private_node); then
    # npm keeps silent about optional packages that it could not fetch: let it say why.
    npm ping --loglevel=error 2>&1 | tail -n 4 >&2 || true
    echo "forewarn: npm did not deliver a Node.js 24 that runs here (see above; or a glibc older than 2.28)." >&2
    by_hand
  fi
fi

PATH="$(dirname -- "$node"):$PATH"
export PATH
exec node "$root/scripts/bootstrap.mjs" "$@"
