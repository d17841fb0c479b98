package org.herald.cli;

import io.quarkus.qute.TemplateException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import org.herald.Settings;
import org.herald.SettingsFault;
import org.herald.site.Editions;
import org.herald.site.ThemeTemplates;
import org.herald.store.StoreFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald serve}: serves a portal, making the sample portal first where there is none. */
@Command(
        name = "serve",
        description = "Serve the portal in the site folder; make the sample portal there on the first run.")
final class Serve implements Callable<Integer> {

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:HERALD_PORT:-8080}",
            description = "The port (default: ${DEFAULT-VALUE}).")
    private int port; // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        requireFree(port);
        if (site.isEmpty()) {
            out.println("Making the sample portal in " + site.folder() + " ...");
            int items = SamplePortal.make(site.folder(), port);
            out.println("The sample portal has " + items + " items.");
        }
        Settings settings = site.settings();
        PrintWriter err = spec.commandLine().getErr();
        ThemeTemplates.check(settings, warning -> err.println("herald: " + warning));
        Editions.check(settings, warning -> err.println("herald: " + warning));
        var ended = new int[1];
        Server.run(
                Serving.class,
                settings.folder(),
                port,
                (code, failure) -> ended[0] = failure == null ? code : explain(failure));
        return ended[0];
    }

    private int explain(Throwable failure) {
        PrintWriter err = spec.commandLine().getErr();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SettingsFault || at instanceof StoreFault) {
                err.println("herald: " + at.getMessage());
                return Main.OPERATOR;
            }
            if (at instanceof TemplateException) {
                err.println("herald: a template of the theme cannot be read: " + at.getMessage());
                return Main.OPERATOR;
            }
        }
        err.println("herald: the server could not start: " + failure);
        failure.printStackTrace(err);
        return 1;
    }

    private static void requireFree(int port) {
        if (port < 1 || port > 65535) {
            throw new OperatorFault("The port " + port + " is none: choose one from 1 to 65535 with --port.");
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new OperatorFault("The port " + port + " cannot be used (" + taken.getMessage()
                    + "). Stop what uses it, or choose another with --port.");
        }
    }
}
