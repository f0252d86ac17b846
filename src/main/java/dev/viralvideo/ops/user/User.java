package dev.viralvideo.ops.user;

import dev.viralvideo.failure.Failure;
import java.util.regex.Pattern;

/** Who may log in to the console. */
public record User(String name, Role role, PasswordHash password) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{0,31}");

    public User {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new Failure.Validation(
                    "BAD_USER_NAME",
                    "a user's name is 1 to 32 lower-case letters, digits, dots, dashes and underscores and begins with"
                            + " a letter");
        }
    }
}
