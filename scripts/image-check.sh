#!/usr/bin/env bash
# Builds the container image without a Docker engine and makes a video in it: a Debian base by debootstrap, the
# Dockerfile by buildah with chroot isolation. Everything is made in a temporary folder and removed afterwards.
# Needs root, and the packages debootstrap and buildah. Environment: SUITE (bookworm), TOPIC, KEEP=1 keeps all of it.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=${SUITE:-bookworm}
topic=${TOPIC:-5 surprising facts about honey bees}
say() { printf '== %s\n' "$*"; }
die() { printf 'image-check: %s\n' "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || die "must run as root: debootstrap and chroot need it"
for tool in debootstrap buildah; do
  command -v "$tool" >/dev/null || die "$tool is missing: apt-get install debootstrap buildah"
done

work=$(mktemp -d "${TMPDIR:-/var/tmp}/vvg-image.XXXXXX")
export STORAGE_DRIVER=vfs TMPDIR=$work
store=(buildah --root "$work/store" --runroot "$work/run")
cleanup() {
  [ -z "${KEEP:-}" ] || { say "kept: STORAGE_DRIVER=vfs ${store[*]}"; return 0; }
  "${store[@]}" rm --all >/dev/null 2>&1 || true
  "${store[@]}" rmi --all --force >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT

# The mirrors that this machine already uses; the base gets the same ones.
sources=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' 'Component: main' 2>/dev/null | sort -u)
mirror=$(awk -v s="$suite" '$1 == s { print $2; exit }' <<<"$sources")

say "base: debootstrap $suite"
debootstrap --variant=minbase --include=ca-certificates "$suite" "$work/base" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 ||
  { tail -5 "$work/debootstrap.log" >&2; die "debootstrap failed"; }
{
  printf 'deb %s %s main\n' "$(awk '$1 == "deb" { print $2; exit }' "$work/base/etc/apt/sources.list")" "$suite"
  awk -v s="$suite" '$1 == s "-updates" || $1 == s "-security" { print "deb", $2, $1, "main" }' <<<"$sources"
} >"$work/sources.list"
cp "$work/sources.list" "$work/base/etc/apt/sources.list"

base=$("${store[@]}" from scratch)
tar -C "$work/base" --one-file-system -cf - . | tar -C "$("${store[@]}" mount "$base")" -xf -
"${store[@]}" commit --quiet "$base" vvg-base >/dev/null
"${store[@]}" rm "$base" >/dev/null
rm -rf "$work/base"

# Maven's own repository and settings of this machine, when there are any, save the downloads.
maven=()
[ -d "$HOME/.m2/repository" ] && maven+=(--volume "$HOME/.m2:/root/.m2" --build-arg "MAVEN_ARGS=${MAVEN_ARGS:--o}")

say "image: Dockerfile"
"${store[@]}" bud --isolation=chroot --format docker --pull=false --build-arg BASE=localhost/vvg-base "${maven[@]}" \
  --tag vvg . >"$work/build.log" 2>&1 || { tail -30 "$work/build.log" >&2; die "the image does not build"; }
"${store[@]}" images --format 'size of {{.Name}}: {{.Size}}'

say "run: vvg make \"$topic\""
container=$("${store[@]}" from --pull=false localhost/vvg)
run() { "${store[@]}" run --isolation=chroot "$container" -- "$@"; }
run sh -c 'id -un; pwd; command -v ffmpeg'
run vvg doctor --quiet || die "doctor finds something missing in the image"
run vvg make "$topic" --duration "${DURATION:-20}" --quiet | tee "$work/make.log"
package=$(tail -n 1 "$work/make.log")
for file in video.mp4 thumbnail.jpg captions.srt captions.vtt script.json metadata.json credits.md report.json; do
  run test -s "$package/$file" || die "$package/$file is missing or empty"
done
run ffprobe -v error -show_entries format=duration:stream=codec_name,width,height -of compact "$package/video.mp4"
say "image-check: good"
