package dev.viralvideo.ops.hawtio;

import dev.viralvideo.ops.user.User;
import io.hawt.web.auth.RolePrincipal;
import io.hawt.web.auth.UserPrincipal;
import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/** Hawtio asks JAAS who somebody is; JAAS makes one of these for each log-in and asks the {@link Gate}. */
public final class PasswordLogin implements LoginModule {
    private static final String GATE = "gate";

    private Subject subject;
    private CallbackHandler callbacks;
    private Gate gate;
    private User user;

    /** The configuration that leads here, for one console of possibly several in a process. */
    static Configuration by(Gate gate) {
        AppConfigurationEntry entry = new AppConfigurationEntry(
                PasswordLogin.class.getName(),
                AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                Map.of(GATE, gate));
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String realm) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }

    @Override
    public void initialize(
            Subject subject, CallbackHandler callbacks, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.callbacks = callbacks;
        this.gate = (Gate) options.get(GATE);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("user");
        PasswordCallback password = new PasswordCallback("password", false);
        try {
            callbacks.handle(new Callback[] {name, password});
        } catch (IOException | UnsupportedCallbackException e) {
            throw new FailedLoginException("only a name and a password are taken");
        }
        String typed = password.getPassword() == null ? "" : new String(password.getPassword());
        user = gate.enter(name.getName(), typed).orElseThrow(() -> new FailedLoginException("wrong name or password"));
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().add(new UserPrincipal(user.name()));
        subject.getPrincipals().add(new RolePrincipal(user.role().label()));
        return true;
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().clear();
        return true;
    }
}
