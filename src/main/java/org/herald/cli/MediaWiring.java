package org.herald.cli;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.herald.config.Settings;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;
import org.herald.media.LeftOver;
import org.herald.media.Renditions;

/** What the server takes in of pictures, and what it makes of them. */
@Singleton
final class MediaWiring {

    @Produces
    @Singleton
    Incoming incoming(FolderFiles files) {
        return new Incoming(files);
    }

    @Produces
    @Singleton
    Renditions renditions(FolderFiles files, Settings settings) {
        LeftOver.remove(settings.renditions());
        return new Renditions(files, settings.renditions());
    }

    void close(@Disposes Renditions renditions) {
        renditions.close();
    }
}
