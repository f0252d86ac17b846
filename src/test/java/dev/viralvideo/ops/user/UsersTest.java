package dev.viralvideo.ops.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may log in. */
class UsersTest {
    @TempDir
    private Path folder;

    private Users users;

    @BeforeEach
    void users() {
        users = new Users(folder.resolve("users.json"));
    }

    @Test
    void theFirstUserIsMadeOnceWithAPasswordThatIsKeptNowhere() throws IOException {
        String password = users.first().orElseThrow();

        assertThat(users.first()).isEmpty();
        assertThat(users.login("admin", password)).map(User::role).contains(Role.ADMIN);
        assertThat(Files.readString(folder.resolve("users.json"))).doesNotContain(password);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreNobody() {
        users.set("eve", Role.VIEWER, "a long password");

        assertThat(users.login("eve", "a long passwore")).isEmpty();
        assertThat(users.login("eva", "a long password")).isEmpty();
        assertThat(users.login(null, "nobody knows this one")).isEmpty();
        assertThat(users.login("eva", "nobody knows this one")).isEmpty();
    }

    @Test
    void aChangeCountsAtOnceForEverybodyWhoReadsTheFile() {
        Users service = new Users(folder.resolve("users.json"));
        users.set("eve", Role.VIEWER, "a long password");
        users.set("eve", Role.ADMIN, "another long password");

        assertThat(service.login("eve", "a long password")).isEmpty();
        assertThat(service.find("eve")).map(User::role).contains(Role.ADMIN);
        users.remove("eve");
        assertThat(service.find("eve")).isEmpty();
    }

    @Test
    void whatIsTooShortOrNoNameIsRefused() {
        assertThatThrownBy(() -> users.set("eve", Role.ADMIN, "short"))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageContaining("10 to 200");
        assertThatThrownBy(() -> users.set("../eve", Role.ADMIN, "a long password"))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageContaining("lower-case");
    }
}
