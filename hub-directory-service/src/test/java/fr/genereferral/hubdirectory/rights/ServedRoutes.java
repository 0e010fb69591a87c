package fr.genereferral.hubdirectory.rights;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** What answers, as the router of the running service knows it: {@code GET /v1/referrals/{id}}. */
final class ServedRoutes {
    private ServedRoutes() {}

    static SortedSet<String> of(Router router) {
        var found = resources();
        router.getRoutes().stream()
                .filter(route -> route.getPath() != null && !route.getPath().equals("/"))
                .forEach(route -> beside(route, found));
        return found;
    }

    private static SortedSet<String> resources() {
        var deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        var found = new TreeSet<String>();
        RuntimeResourceVisitor.visitRuntimeResources(
                deployment.getPrefix(), deployment.getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        found.add(method + " " + path);
                    }
                });
        return found;
    }

    /** What the framework serves beside the resources: its own router is mounted under one path. */
    private static void beside(Route route, SortedSet<String> found) {
        if (route.getSubRouter() == null) {
            found.add("GET " + route.getPath());
            return;
        }
        route.getSubRouter().getRoutes().stream()
                .map(Route::getPath)
                .filter(Objects::nonNull)
                .forEach(path -> found.add("GET " + route.getPath() + path.replaceFirst("^/", "")));
    }
}
