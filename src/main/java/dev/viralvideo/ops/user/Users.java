package dev.viralvideo.ops.user;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import dev.viralvideo.keys.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The users of the console, in a file that only its owner may read; a change counts at once, also for who is logged in. */
public final class Users {
    private static final String FIRST = "admin";
    private static final int FIRST_BYTES = 15;

    /** Somebody to check against when nobody has the name, so that the time taken does not tell which names exist. */
    private static final PasswordHash NOBODY = PasswordHash.ofNobody();

    private final Path file;

    public Users(Path file) {
        this.file = file;
    }

    /**
     * Makes the user {@code admin} where there is no user yet.
     *
     * @return the password, which is kept nowhere; empty when there are users
     */
    public synchronized Optional<String> first() {
        if (Files.exists(file)) {
            return Optional.empty();
        }
        byte[] random = new byte[FIRST_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        set(FIRST, Role.ADMIN, password);
        return Optional.of(password);
    }

    /** Adds a user, or gives one another role and password. */
    public synchronized void set(String name, Role role, String password) {
        TreeMap<String, User> users = read();
        users.put(name, new User(name, role, PasswordHash.of(password)));
        write(users);
    }

    public synchronized void remove(String name) {
        TreeMap<String, User> users = read();
        if (users.remove(name) == null) {
            throw new Failure.Validation("NO_USER", "there is no user " + name + "; `vvg users list` names them all");
        }
        write(users);
    }

    /** Sorted by name. */
    public List<User> list() {
        return List.copyOf(read().values());
    }

    public Optional<User> find(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(read().get(name));
    }

    /** The user, if this is the password. */
    public Optional<User> login(String name, String password) {
        Optional<User> user = find(name);
        boolean right = user.map(User::password).orElse(NOBODY).matches(password);
        return right ? user : Optional.empty();
    }

    private TreeMap<String, User> read() {
        TreeMap<String, User> users = new TreeMap<>();
        PrivateFile.read(file).map(text -> Json.read(text, User[].class)).ifPresent(stored -> Arrays.stream(stored)
                .forEach(user -> users.put(user.name(), user)));
        return users;
    }

    private void write(TreeMap<String, User> users) {
        PrivateFile.write(file, Json.pretty(users.values()));
    }
}
