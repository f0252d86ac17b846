#!/usr/bin/env bash
# Measures every figure of docs/figures.md and writes the table there. --quick: one short round, which only shows that
# the bench works; its table goes to target/bench/quick.md. --rounds=N: other than three;
# --long-once: the longest video in the first round only. Works in target/bench and leaves nothing else behind.
set -euo pipefail
cd "$(dirname "$0")/.."
./vvg --version >/dev/null
classes=$(sh bench/classes.sh)
rm -rf target/bench/home
trap 'rm -rf target/bench/home target/bench/finished.yuv target/bench/limit.mp4' EXIT
load=$(cut -d' ' -f1 /proc/loadavg)
java -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dbench.load="$load" \
  -cp "$classes" \
  dev.viralvideo.performance.Bench "$@"
