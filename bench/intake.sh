#!/usr/bin/env bash
# Measures how many topics a second come in (100,000 by each edge, after half as many to warm up: about five minutes)
# and writes its table of docs/figures.md. Other arguments: how many topics, and which edges (folder, api, broker);
# those write nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
./vvg --version >/dev/null
classes=$(sh bench/classes.sh)
load=$(cut -d' ' -f1 /proc/loadavg)
java -Djava.awt.headless=true -XX:+UseSerialGC -Xmx640m -Dbench.load="$load" \
  -cp "$classes" \
  dev.viralvideo.performance.IntakeBench "${@:-100000}"
