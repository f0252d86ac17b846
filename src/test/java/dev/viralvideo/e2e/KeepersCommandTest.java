package dev.viralvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that keep keys, users, tokens and remembered answers, from setting to removing. */
class KeepersCommandTest {
    private static final String VALUE = "pexels-value-0123456789";

    @TempDir
    private Path home;

    @Test
    void aKeyIsSetListedAndRemoved() {
        Run set = typed(VALUE, "keys", "set", "pexels");
        assertThat(set.err()).isEmpty();
        assertThat(set.out()).containsExactly("The key pexels is stored.");
        assertThat(Run.vvg(home, "keys", "list").out()).containsExactly("pexels");
        assertThat(Run.vvg(home, "keys", "rotate").exitCode()).isZero();
        assertThat(Run.vvg(home, "keys", "remove", "pexels").exitCode()).isZero();
        assertThat(Run.vvg(home, "keys", "list").out()).isEmpty();
        assertThat(Run.vvg(home, "keys", "remove", "pexels").err())
                .singleElement()
                .asString()
                .contains("no key named pexels");
    }

    @Test
    void aKeyAsAnArgumentIsRefusedAndNotRepeated() {
        Run run = Run.vvg(home, "keys", "set", "pexels", VALUE);
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("not given as an argument")
                .doesNotContain(VALUE);
        assertThat(Run.vvg(home, "keys", "list").out()).isEmpty();
    }

    @Test
    void aUserIsSetListedAndRemoved() {
        assertThat(typed("a long enough password", "users", "set", "ada", "--role", "viewer")
                        .err())
                .isEmpty();
        assertThat(Run.vvg(home, "users", "list").out())
                .singleElement()
                .asString()
                .startsWith("ada");
        assertThat(Run.vvg(home, "users", "remove", "ada").exitCode()).isZero();
        assertThat(Run.vvg(home, "users", "list").out()).isEmpty();
    }

    @Test
    void aTokenIsMadeListedAndRevoked() {
        assertThat(Run.vvg(home, "tokens", "create", "studio").exitCode()).isZero();
        Run list = Run.vvg(home, "tokens", "list");
        assertThat(list.out()).singleElement().asString().contains("studio");
        String id = list.out().get(0).split(" ")[0];
        assertThat(Run.vvg(home, "tokens", "revoke", id).out()).containsExactly(id + " is revoked");
    }

    @Test
    void answersAreForgottenByPattern() {
        assertThat(Run.vvg(home, "cache", "clear", "pexels:*").out()).containsExactly("0 forgotten");
    }

    @Test
    void aDeadLetterThatIsNotThereIsTold() {
        assertThat(Run.vvg(home, "dead", "list").exitCode()).isZero();
        assertThat(Run.vvg(home, "dead", "replay", "nobody").err())
                .singleElement()
                .asString()
                .doesNotContain("unexpected");
    }

    private Run typed(String input, String... arguments) {
        InputStream stdin = System.in;
        System.setIn(new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return Run.vvg(home, arguments);
        } finally {
            System.setIn(stdin);
        }
    }
}
