package dev.viralvideo;

import dev.viralvideo.config.Settings;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.WebAccess;
import dev.viralvideo.ops.WebServer;
import dev.viralvideo.ops.user.Users;
import dev.viralvideo.pipeline.Engine;
import java.util.Optional;

/** Opens the HTTP server of a service and puts behind it what operators and programs use. */
final class WebWiring {
    private WebWiring() {}

    /** Before anything is started: an address that is taken is told at once. */
    static WebServer open(Settings settings) {
        return new WebServer(WebAccess.of(settings)).open();
    }

    static Service serve(Wiring wiring, Engine engine, WebServer web) {
        try {
            OpsWiring ops = new OpsWiring(wiring);
            ops.registerBeans();
            Users users = new Users(wiring.folders.users());
            Optional<String> password = users.first();
            web.start(new ApiWiring(wiring).with(ops.contexts(users)));
            return new Service(engine, web, ops.routes(), password);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }
}
