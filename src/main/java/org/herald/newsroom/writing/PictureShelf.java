package org.herald.newsroom.writing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.herald.media.FileName;
import org.herald.media.Incoming;
import org.herald.model.Asset;
import org.herald.model.AssetId;
import org.herald.model.Outcome;
import org.herald.newsroom.Refusal;
import org.herald.newsroom.TypedNumber;
import org.herald.newsroom.Visitor;
import org.herald.publish.CommandBus;
import org.herald.publish.KeepAsset;
import org.herald.store.AssetQueries;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where pictures that people bring are taken in, and found again. */
@Singleton
public final class PictureShelf {

    private static final int MOST = 48;

    private final Incoming incoming;
    private final CommandBus bus;
    private final WritingQueries queries;
    private final Visitor visitor;

    public PictureShelf(Incoming incoming, CommandBus bus, WritingQueries queries, Visitor visitor) {
        this.incoming = incoming;
        this.bus = bus;
        this.queries = queries;
        this.visitor = visitor;
    }

    /** Takes a picture in, and says what it is from now on. */
    Outcome<Asset> take(@Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            return Outcome.refused("refused.no-file");
        }
        return switch (incoming.take(file.fileName(), bytes(file))) {
            case Outcome.Refused<Asset> refused -> refused;
            case Outcome.Done<Asset>(var asset) -> record(asset);
        };
    }

    private Outcome<Asset> record(Asset asset) {
        return switch (bus.carryOut(visitor.account().principal(), new KeepAsset(asset, null))) {
            case Outcome.Refused<AssetId>(var reasons) -> new Outcome.Refused<>(reasons);
            case Outcome.Done<AssetId>(var id) ->
                Outcome.done(queries.assets().find(id).orElseThrow());
        };
    }

    /** A part of the earlier pictures, newest first. */
    List<Asset> pictures(String name, String before) {
        var from = TypedNumber.read(before).map(AssetId::new).orElse(AssetQueries.NEWEST);
        return queries.assets().pictures(FileName.searched(name), from, MOST);
    }

    /** The same of files of any type. */
    List<Asset> files(String name, String before) {
        var from = TypedNumber.read(before).map(AssetId::new).orElse(AssetQueries.NEWEST);
        return queries.assets().files(FileName.searched(name), from, MOST);
    }

    /** True when a part is full, so that more may follow. */
    static boolean isFull(List<Asset> part) {
        return part.size() == MOST;
    }

    Asset require(long id) {
        return queries.assets().find(new AssetId(id)).filter(Asset::isPresent).orElseThrow(Refusal::notThere);
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException fault) {
            throw new UncheckedIOException("What was uploaded cannot be read", fault);
        }
    }
}
