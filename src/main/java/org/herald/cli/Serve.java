package org.herald.cli;

import io.quarkus.qute.TemplateException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.herald.config.Settings;
import org.herald.config.SettingsFault;
import org.herald.site.Editions;
import org.herald.site.ThemeTemplates;
import org.herald.store.StoreFault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald serve}: serves a portal, making the sample portal first where there is none. */
@Command(
        name = "serve",
        description = "Serve the portal in the site folder; make the sample portal there on the first run.")
final class Serve implements Callable<Integer> {

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @Mixin
    private Listening listening = new Listening(); // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        Listening.Address address = listening.free();
        try (var _ = SiteLock.take(SiteLock.Role.SERVER, site.folder(), "herald serve, port " + address.port())) {
            return serve(address);
        }
    }

    private int serve(Listening.Address address) {
        PrintWriter out = spec.commandLine().getOut();
        if (site.isEmpty()) {
            out.println("Making the sample portal in " + site.folder() + " ...");
            int items = SamplePortal.make(site.folder(), address.port());
            out.println("The sample portal has " + items + " items.");
        }
        Settings settings = site.settings();
        requireFolder(settings.files());
        requireFolder(settings.renditions());
        PrintWriter err = spec.commandLine().getErr();
        ThemeTemplates.check(settings, warning -> err.println("herald: " + warning));
        Editions.check(settings, warning -> err.println("herald: " + warning));
        FilesAtStart.read(settings.folder()).notes().forEach(note -> err.println("herald: " + note));
        var ended = new int[1];
        Server.run(
                Serving.class,
                settings.folder(),
                address,
                (code, failure) -> ended[0] = failure == null ? code : explain(failure));
        return ended[0];
    }

    /** Of the files of pictures; it is made when the first picture comes. */
    private static void requireFolder(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new OperatorFault(folder + " is no folder: put back a backup of it, or move it away.");
        }
        if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            throw new OperatorFault(folder + " cannot be read or written: give it to the user who runs herald.");
        }
    }

    private int explain(Throwable failure) {
        PrintWriter err = spec.commandLine().getErr();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SettingsFault || at instanceof StoreFault) {
                Main.tell(err, at);
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
}
