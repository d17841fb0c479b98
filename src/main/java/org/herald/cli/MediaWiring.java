package org.herald.cli;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.herald.media.FolderFiles;
import org.herald.media.Incoming;

/** What the server makes of pictures. */
@Singleton
final class MediaWiring {

    @Produces
    @Singleton
    Incoming incoming(FolderFiles files) {
        return new Incoming(files);
    }
}
