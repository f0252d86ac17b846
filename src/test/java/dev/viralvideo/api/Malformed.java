package dev.viralvideo.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Requests of which each is wrong in some way; the same ones for the same seed. */
final class Malformed {
    /** What the service under test takes. */
    static final int MOST_BYTES = 2_000;

    private static final String[] PATHS = {
        "/projects",
        "/projects/batch",
        "/renders",
        "/voices/estimate",
        "/projects/0123456789abcdef/retry",
        "/media/search"
    };
    private static final String[] JUNK = {
        "%00",
        "..%2f",
        "%2e%2e/",
        "%",
        "%zz",
        "\u00ff",
        "'",
        "\"",
        "<script>",
        "${jndi:x}",
        "../../etc/passwd",
        ";a=b",
        "%c0%af",
        "a%0d%0ab",
        "{{secret}}",
        "~",
        "|id",
        "%25%25"
    };
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "1e999",
        "[]",
        "{}",
        "\"\\ud800\"",
        "\"\"",
        "[[[[]]]]",
        "{\"a\":{\"b\":[1]}}",
        "12345678901234567890",
        "\"<script>\"",
        "0.1",
        "[null]"
    };
    private static final String[] FIELDS = {
        "topic",
        "template",
        "duration",
        "points",
        "media",
        "seed",
        "callback",
        "__proto__",
        "class",
        "projects",
        "segments",
        "title",
        "@type"
    };

    private final Random random;
    private final String token;

    Malformed(Random random, String token) {
        this.random = random;
        this.token = token;
    }

    byte[] next() {
        return switch (random.nextInt(9)) {
            case 0 -> request("POST", of(PATHS), "application/json", garbage());
            case 1 -> request("POST", PATHS[random.nextInt(4)], "application/json", wrongFields());
            case 2 -> request("POST", PATHS[random.nextInt(4)], "application/json", cut());
            case 3 ->
                request("POST", PATHS[random.nextInt(4)], "text/" + random.nextInt(99), bytes("{\"topic\":\"Bees\"}"));
            case 4 -> request("GET", "/projects/" + of(JUNK) + random.nextInt(99), null, null);
            case 5 -> request("GET", "/projects?" + of(FIELDS) + "=" + of(JUNK).replace(" ", ""), null, null);
            case 6 -> request(of("PUT", "PATCH", "TRACE", "BREW", "DELETE"), of(PATHS), null, null);
            case 7 -> request("GET", "/" + of(JUNK) + "/" + of(JUNK), null, null);
            default ->
                random.nextInt(20) == 0
                        ? request("POST", PATHS[random.nextInt(4)], "application/json", new byte[MOST_BYTES + 1])
                        : request("GET", "/projects/0123456789abcdef/files/" + of(JUNK), null, null);
        };
    }

    private byte[] wrongFields() {
        StringBuilder json = new StringBuilder("{");
        int fields = 1 + random.nextInt(4);
        for (int i = 0; i < fields; i++) {
            json.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(of(FIELDS))
                    .append("\":")
                    .append(of(VALUES));
        }
        // no operation knows it
        return bytes(json.append(",\"field")
                .append(random.nextInt(99))
                .append("\":")
                .append(of(VALUES))
                .append('}')
                .toString());
    }

    private byte[] cut() {
        String whole = "{\"topic\":\"Bees\",\"points\":[\"They dance.\",\"They sing.\"],\"duration\":30}";
        return bytes(whole.substring(0, random.nextInt(whole.length())));
    }

    private byte[] garbage() {
        byte[] garbage = new byte[random.nextInt(200)];
        random.nextBytes(garbage);
        return garbage;
    }

    private byte[] request(String method, String path, String type, byte[] body) {
        String head =
                method + " /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                        + (type == null ? "" : "Content-Type: " + type + "\r\n")
                        + (body == null ? "" : "Content-Length: " + body.length + "\r\n")
                        + "\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            all.writeBytes(body);
        }
        return all.toByteArray();
    }

    private String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
