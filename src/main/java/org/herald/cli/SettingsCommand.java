package org.herald.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.herald.config.EffectiveSetting;
import org.herald.config.KindFiles;
import org.herald.config.MapFiles;
import org.herald.config.SettingsFile;
import org.herald.site.Editions;
import org.herald.site.ThemeTemplates;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald settings}: the settings as they hold, with where each comes from, checked as a start checks them. */
@Command(
        name = "settings",
        description = {
            "Show every setting of the portal as it holds, and whether it comes from the file, from the environment or is"
                    + " the default. Secrets are not shown.",
            "Whatever would stop a start is told, with exit code 2."
        })
final class SettingsCommand implements Callable<Integer> {

    /** Longer values do not move the column after them. */
    private static final int WIDEST = 48;

    @Mixin
    private SiteOption site = new SiteOption(); // set by picocli

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec; // set by picocli

    @Override
    public Integer call() {
        var settings = SettingsFile.effective(site.folder(), System.getenv(), site::note);
        var portal = SettingsFile.read(site.folder(), System.getenv());
        ThemeTemplates.check(portal, site::note);
        Editions.check(portal, site::note);
        KindFiles.read(site.folder()).notes().forEach(site::note);
        var _ = MapFiles.read(site.folder());
        PrintWriter out = spec.commandLine().getOut();
        out.println("The settings of " + site.folder().resolve(SettingsFile.NAME) + ":");
        int keys = width(settings, EffectiveSetting::key);
        int values = width(settings, EffectiveSetting::value);
        settings.forEach(each ->
                out.println(padded(each.key(), keys) + "  " + padded(each.value(), values) + "  " + each.origin()));
        return 0;
    }

    private static int width(List<EffectiveSetting> settings, Function<EffectiveSetting, String> column) {
        return settings.stream()
                .mapToInt(each -> Math.min(WIDEST, column.apply(each).length()))
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
