package dev.viralvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
    @ParameterizedTest
    @CsvSource({
        "00000018667479706d703432, MP4",
        "00000020667479704d344120, MP4",
        "0000001466747970717420 20, MOV",
        "000001006d6f6f76, MOV",
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, WEBM",
        "1a45dfa3a34286810142f7810142f2810442f38108428288 6d6174726f736b61, MKV",
        "ffd8ffe000104a464946, JPEG",
        "89504e470d0a1a0a, PNG",
        "52494646 10000000 57454250, WEBP",
        "474946383961, GIF",
        "494433040000, MP3",
        "fffb9064, MP3",
        "fff3e4c4, MP3",
        "52494646 ffffffff 57415645, WAV",
        "4f67675300, OGG",
        "664c614300, FLAC"
    })
    void recognisesMediaByItsFirstBytes(String hex, FileType expected) {
        assertThat(FileType.of(bytes(hex))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', an empty file",
        "'<!DOCTYPE html><title>x</title>', an HTML page",
        "'  <html>', an HTML page",
        "'<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">', an SVG drawing",
        "'<svg onload=alert(1)>', an SVG drawing",
        "'#EXTM3U', a playlist",
        "'ffconcat version 1.0', a concat script",
        "'file /etc/passwd', a concat script",
        "'{\"error\":1}', JSON or text",
        "'<Error><Code>NoSuchKey</Code></Error>', an XML document",
        "'RIFF....AVI LIST', no media file of a known type",
        "'MZ', no media file of a known type"
    })
    void recognisesWhatIsNoMedia(String text, String expected) {
        byte[] head = text.getBytes(StandardCharsets.UTF_8);
        assertThat(FileType.of(head)).isEmpty();
        assertThat(FileType.describe(head)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0000001c6674797061766966, AVIF",
        "00000018667479706865 6963, HEIC",
        "000000186674797 06d696631, HEIF",
        "fff15080, AAC",
        "1f8b0800, gzip",
        "49492a00, TIFF",
        "ff, short",
        "52494646, short"
    })
    void takesNoOtherFormat(String hex, String why) {
        assertThat(FileType.of(bytes(hex))).as(why).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
