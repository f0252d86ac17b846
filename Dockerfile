# Any Debian 12 or newer, or an image made from it.
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends default-jdk-headless binutils maven \
 && rm -rf /var/lib/apt/lists/*
# A Java runtime of the standard modules only: a third of the packaged one.
RUN jlink --output /opt/java --strip-debug --no-header-files --no-man-pages --compress=2 \
      --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.management,jdk.naming.dns,jdk.charsets \
 && cp -L /etc/ssl/certs/java/cacerts /opt/java/lib/security/cacerts \
 && /opt/java/bin/java -Xshare:dump
# More arguments for Maven, for example -o where a filled repository is mounted into its home folder.
ARG MAVEN_ARGS=""
WORKDIR /src
COPY . .
RUN mvn -B -q ${MAVEN_ARGS} -DskipTests package \
 # the image has the system's FFmpeg
 && rm -f target/lib/ffmpeg-*.jar \
 && mkdir -p /opt/vvg/target \
 && cp -r target/vvg.jar target/lib /opt/vvg/target/ \
 && for part in vvg config routes templates styles LICENSE NOTICE.md; do \
      if [ -e "$part" ]; then cp -r "$part" /opt/vvg/; fi; \
    done \
 && chmod -R a-w /opt/vvg

FROM ${BASE}
# FFmpeg is linked to graphics drivers and speech engines that are only loaded by those who have a screen or use their
# filters; they are most of its size.
RUN printf 'path-exclude=%s\n' '/usr/lib/*/dri/*' '/usr/lib/*/libLLVM*' '/usr/lib/*/libz3.so*' '/usr/share/doc/*' \
      '/usr/share/man/*' '/usr/share/locale/*' '/usr/share/pocketsphinx/*' >/etc/dpkg/dpkg.cfg.d/slim \
 && apt-get update \
 && apt-get install -y --no-install-recommends \
      ffmpeg fontconfig fonts-dejavu-core ca-certificates \
      # what the Java runtime draws with
      libfreetype6 libharfbuzz0b liblcms2-2 libjpeg62-turbo libfontconfig1 \
 && rm -rf /var/lib/apt/lists/* \
 && ffmpeg -version && ffprobe -version \
 && useradd --uid 10001 --user-group --create-home vvg \
 && install -d -o vvg -g vvg /work
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/vvg /opt/vvg
# UTF-8: without it Java cannot name files with other letters.
ENV LANG=C.UTF-8 \
    JAVA_HOME=/opt/java \
    VVG_FFMPEG=system \
    PATH=/opt/vvg:$PATH
# The launcher makes its class-data archives once, here, as root; for the user that runs it the installation is read-only.
RUN vvg --version && vvg serve --help
USER vvg
# The home folder: inbox/, output/, media/, music/ and data/. Mount templates/, routes/, styles/ or config/ of your own
# over those in /opt/vvg.
WORKDIR /work
VOLUME /work
HEALTHCHECK --interval=5m --timeout=30s --start-period=30s CMD ["vvg", "doctor", "--quiet"]
ENTRYPOINT ["vvg"]
CMD ["--help"]
