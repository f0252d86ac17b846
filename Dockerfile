# Any Debian 12 or newer, or an image made from it.
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven \
 && rm -rf /var/lib/apt/lists/*
# More arguments for Maven, for example -o with a filled ~/.m2 mounted at /root/.m2.
ARG MAVEN_ARGS=""
WORKDIR /src
COPY . .
RUN mvn -B -q ${MAVEN_ARGS} -DskipTests package \
 # the image has the system's FFmpeg
 && rm -f target/lib/ffmpeg-*.jar \
 && mkdir -p /opt/vvg/target \
 && cp -r target/vvg.jar target/lib /opt/vvg/target/ \
 && for part in vvg config routes templates styles LICENSE; do \
      if [ -e "$part" ]; then cp -r "$part" /opt/vvg/; fi; \
    done

FROM ${BASE}
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      openjdk-17-jre-headless ffmpeg fontconfig fonts-dejavu-core ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --create-home vvg \
 && install -d -o vvg -g vvg /work
COPY --from=build /opt/vvg /opt/vvg
# UTF-8: without it Java cannot name files with other letters. The launcher keeps its class-data archive in target/.
ENV LANG=C.UTF-8 \
    VVG_FFMPEG=system \
    PATH=/opt/vvg:$PATH
RUN chown vvg:vvg /opt/vvg/target
USER vvg
RUN vvg --version
# The home folder: inbox/, output/, media/, music/ and data/. Mount templates/, routes/, styles/ or config/ of your own
# over those in /opt/vvg.
WORKDIR /work
VOLUME /work
HEALTHCHECK --interval=5m --timeout=30s --start-period=30s CMD ["vvg", "doctor", "--quiet"]
ENTRYPOINT ["vvg"]
CMD ["--help"]
