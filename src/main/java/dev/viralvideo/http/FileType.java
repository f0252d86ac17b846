package dev.viralvideo.http;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of media file that are taken from outside, recognised by their first bytes and by nothing else. */
public enum FileType {
    MP4("mp4", Kind.VIDEO),
    MOV("mov", Kind.VIDEO),
    WEBM("webm", Kind.VIDEO),
    MKV("mkv", Kind.VIDEO),
    JPEG("jpg", Kind.IMAGE),
    PNG("png", Kind.IMAGE),
    WEBP("webp", Kind.IMAGE),
    GIF("gif", Kind.IMAGE),
    MP3("mp3", Kind.AUDIO),
    WAV("wav", Kind.AUDIO),
    OGG("ogg", Kind.AUDIO),
    FLAC("flac", Kind.AUDIO);

    /** What a type is mostly used for: an Ogg file may hold video, a WebM file only sound. */
    public enum Kind {
        VIDEO,
        IMAGE,
        AUDIO
    }

    /** As many first bytes as {@link #of} looks at. */
    static final int HEAD = 512;

    private final String extension;
    private final Kind kind;

    FileType(String extension, Kind kind) {
        this.extension = extension;
        this.kind = kind;
    }

    public String extension() {
        return extension;
    }

    public Kind kind() {
        return kind;
    }

    public static Set<FileType> all() {
        return EnumSet.allOf(FileType.class);
    }

    /** @param head the first {@value #HEAD} bytes, or the whole file when it is shorter */
    public static Optional<FileType> of(byte[] head) {
        if (at(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (at(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PNG);
        }
        if (text(head, 0, "GIF87a") || text(head, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (text(head, 0, "RIFF")) {
            return text(head, 8, "WEBP")
                    ? Optional.of(WEBP)
                    : text(head, 8, "WAVE") ? Optional.of(WAV) : Optional.empty();
        }
        if (text(head, 0, "OggS")) {
            return Optional.of(OGG);
        }
        if (text(head, 0, "fLaC")) {
            return Optional.of(FLAC);
        }
        if (at(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return matroska(head);
        }
        return text(head, 0, "ID3") || isMp3Frame(head) ? Optional.of(MP3) : quickTime(head);
    }

    /** For a message: what the bytes are when they are no media. */
    static String describe(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (head.length == 0) {
            return "an empty file";
        }
        if (start.startsWith("#extm3u")) {
            return "a playlist";
        }
        if (start.startsWith("ffconcat") || start.startsWith("file ")) {
            return "a concat script";
        }
        if (start.contains("<svg")) {
            return "an SVG drawing";
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<head")) {
            return "an HTML page";
        }
        if (start.startsWith("<")) {
            return "an XML document";
        }
        return start.startsWith("{") || start.startsWith("[") ? "JSON or text" : "no media file of a known type";
    }

    private static Optional<FileType> matroska(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
        return start.contains("webm")
                ? Optional.of(WEBM)
                : start.contains("matroska") ? Optional.of(MKV) : Optional.empty();
    }

    /** ISO base media: the brand says whether it is a video or a picture (AVIF, HEIC) in disguise. */
    private static Optional<FileType> quickTime(byte[] head) {
        if (text(head, 4, "ftyp")) {
            if (text(head, 8, "qt  ")) {
                return Optional.of(MOV);
            }
            boolean picture =
                    text(head, 8, "avi") || text(head, 8, "hei") || text(head, 8, "mif1") || text(head, 8, "msf1");
            return picture ? Optional.empty() : Optional.of(MP4);
        }
        boolean oldMovie = text(head, 4, "moov") || text(head, 4, "mdat") || text(head, 4, "wide");
        return oldMovie ? Optional.of(MOV) : Optional.empty();
    }

    /** MPEG-1/2/2.5 layer III with a bit rate and sample rate that exist; ADTS AAC has other layer bits. */
    private static boolean isMp3Frame(byte[] head) {
        if (head.length < 3 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
            return false;
        }
        int version = head[1] >> 3 & 3;
        int layer = head[1] >> 1 & 3;
        int bitRate = head[2] >> 4 & 15;
        int sampleRate = head[2] >> 2 & 3;
        return version != 1 && layer == 1 && bitRate != 0 && bitRate != 15 && sampleRate != 3;
    }

    private static boolean text(byte[] head, int offset, String expected) {
        byte[] bytes = expected.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (offset + i >= head.length || head[offset + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean at(byte[] head, int offset, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (offset + i >= head.length || (head[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
