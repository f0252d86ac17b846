package dev.viralvideo.config;

/**
 * Where the state is.
 *
 * @param user     null for none
 * @param password null for none
 */
public record DatabaseSettings(String url, String user, String password) {
    static DatabaseSettings of(CheckedProperties properties, Folders folders) {
        return new DatabaseSettings(
                properties.optional("vvg.db.url").orElse("jdbc:sqlite:" + folders.database()),
                properties.optional("vvg.db.user").orElse(null),
                properties.optional("vvg.db.password").orElse(null));
    }

    /** Whether several services may work on the same projects. */
    public boolean shared() {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Without the password, which must not get into a log. */
    @Override
    public String toString() {
        return url.replaceFirst("\\?.*", "");
    }
}
