#!/bin/sh
# Compiles the stand-in libraries (see README.md beside this file) for every platform that has them.
# Usage: build.sh [TARGET]  (default: the resources of this project)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$here/../../resources/dev/viralvideo/ffmpeg/stand-ins}

# compile COMPILER PLATFORM LIBRARY [VERSION-SCRIPT]
compile() {
  mkdir -p "$target/$2"
  # nothing of the C library is used, so the result depends on no version of it
  "$1" -shared -fPIC -Os -s -nostdlib -Wl,-soname,"$3" -Wl,--build-id=none -Wl,--hash-style=gnu \
    ${4:+-Wl,--version-script="$here/$4"} -o "$target/$2/$3" "$here/$3.c"
}

for pair in "${CC_X86_64:-x86_64-linux-gnu-gcc} linux-x86_64" "${CC_ARM64:-aarch64-linux-gnu-gcc} linux-arm64"; do
  set -- $pair
  compile "$1" "$2" libxcb.so.1
  compile "$1" "$2" libxcb-shm.so.0
  compile "$1" "$2" libasound.so.2 alsa.map
  compile "$1" "$2" libpulse.so.0 pulse.map
done
