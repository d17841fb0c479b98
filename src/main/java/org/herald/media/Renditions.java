package org.herald.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The renditions of pictures: made when the first reader needs one, each once, and kept in a folder that can be deleted at
 * any time. Where one cannot be made, or not soon, the original is shown instead.
 */
public final class Renditions implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Renditions.class.getName());

    /** How many are made at once: each needs memory and a core. */
    private static final int AT_ONCE = 2;

    /** How many wait; who comes then is shown the original. */
    private static final int MOST_WAITING = 48;

    /** How long a reader waits. */
    private static final int PATIENCE_SECONDS = 5;

    private static final int MOST_REMEMBERED = 20_000;
    private static final int HEAD_LENGTH = 16;

    private final FolderFiles files;
    private final Path folder;
    private final ThreadPoolExecutor makers;
    private final Map<Rendition, CompletableFuture<Optional<Shown>>> making = new ConcurrentHashMap<>();

    private final AtomicBoolean isTold = new AtomicBoolean();

    /** What will not change: that there is none, or that the original stands for it. */
    private final Cache<Rendition, Optional<Shown>> settled =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** @param folder made when the first rendition is kept */
    public Renditions(FolderFiles files, Path folder) {
        this(files, folder, MOST_WAITING);
    }

    Renditions(FolderFiles files, Path folder, int mostWaiting) {
        this.files = files;
        this.folder = folder;
        this.makers = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(mostWaiting),
                Thread.ofPlatform().daemon().name("rendition-", 0).factory());
        makers.allowCoreThreadTimeOut(true);
    }

    /**
     * What a reader is shown.
     *
     * @param type of the file, which for an original is not that of the rendition
     */
    public record Shown(Path file, MediaType type, Lasting lasting) {}

    /** How long the answer stays right. */
    public enum Lasting {
        /** It is the rendition. */
        FOR_EVER,
        /** Another format or the original stands for what cannot be made here; another version might make it. */
        FOR_LONG,
        /** The original stands for what is not made yet. */
        FOR_NOW
    }

    /** What stands at the address of a rendition; nothing when there is no such picture, or it is never so wide. */
    public CompletionStage<Optional<Shown>> find(Rendition rendition) {
        Path file = file(rendition);
        if (Files.exists(file)) {
            return done(Optional.of(new Shown(file, rendition.format().type(), Lasting.FOR_EVER)));
        }
        var known = settled.getIfPresent(rendition);
        if (known != null && known.map(Shown::file).map(Files::exists).orElse(true)) {
            return done(known);
        }
        var original = files.find(rendition.hash());
        if (original.isEmpty()) {
            return done(Optional.empty());
        }
        var meanwhile = photoType(original.get()).map(type -> new Shown(original.get(), type, Lasting.FOR_NOW));
        if (meanwhile.isEmpty()) {
            return done(Optional.empty());
        }
        return started(rendition, meanwhile.get())
                .copy()
                .completeOnTimeout(meanwhile, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The making of a rendition, which whoever asks meanwhile waits for too. */
    private CompletableFuture<Optional<Shown>> started(Rendition rendition, Shown original) {
        var mine = new CompletableFuture<Optional<Shown>>();
        var others = making.putIfAbsent(rendition, mine);
        if (others != null) {
            return others;
        }
        try {
            makers.execute(() -> finish(rendition, original, mine));
        } catch (RejectedExecutionException tooMany) {
            making.remove(rendition);
            mine.complete(Optional.of(original));
        }
        return mine;
    }

    private void finish(Rendition rendition, Shown original, CompletableFuture<Optional<Shown>> waiting) {
        Optional<Shown> made = Optional.of(original);
        try {
            made = made(rendition, original);
            isTold.set(false);
            if (made.isEmpty() || made.get().lasting() == Lasting.FOR_LONG) {
                settled.put(rendition, made);
            }
        } catch (IOException | RuntimeException fault) {
            tell(rendition, fault);
        } finally {
            making.remove(rendition);
            waiting.complete(made);
        }
    }

    /** Once until it works again: on a full disk every reader of a picture meets the same fault. */
    private void tell(Rendition rendition, Exception fault) {
        if (!isTold.getAndSet(true)) {
            LOG.log(System.Logger.Level.WARNING, "The rendition " + file(rendition) + " could not be made", fault);
        }
    }

    private Optional<Shown> made(Rendition rendition, Shown original) throws IOException {
        var mine = new Shown(file(rendition), rendition.format().type(), Lasting.FOR_EVER);
        if (Files.exists(mine.file())) {
            return Optional.of(mine); // finished between the first look and this one
        }
        var instead = Optional.of(new Shown(original.file(), original.type(), Lasting.FOR_LONG));
        Photo photo;
        try {
            photo = Photo.of(original.type(), Files.readAllBytes(original.file()));
        } catch (UnfitPicture damaged) {
            return instead;
        }
        int own = photo.size().width();
        if (!Rendition.isOffered(rendition.width(), own)) {
            return Optional.empty();
        }
        if (photo.isMoving() && !(photo instanceof Gif)) {
            return instead; // the first frame of a GIF is its still
        }
        if (!rendition.format().isAvailable()) {
            var other = new Rendition(rendition.hash(), rendition.width(), RenditionFormat.JPEG);
            return made(other, original).map(jpeg -> new Shown(jpeg.file(), jpeg.type(), Lasting.FOR_LONG));
        }
        var bytes = Darkroom.develop(photo, Rendition.actual(rendition.width(), own))
                .flatMap(rendition.format()::encode);
        if (bytes.isEmpty()) {
            return instead;
        }
        WholeFile.write(mine.file(), bytes.get());
        return Optional.of(mine);
    }

    /** What the first bytes of a file tell; nothing when it is no picture made of pixels. */
    private static Optional<MediaType> photoType(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return MediaType.of(stream.readNBytes(HEAD_LENGTH)).filter(type -> switch (type) {
                case JPEG, PNG, WEBP, GIF -> true;
                case SVG, PDF -> false;
            });
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Path file(Rendition rendition) {
        return folder.resolve(rendition.hash().substring(0, 2)).resolve(rendition.fileName());
    }

    private static CompletionStage<Optional<Shown>> done(Optional<Shown> shown) {
        return CompletableFuture.completedFuture(shown);
    }

    @Override
    public void close() {
        makers.shutdownNow();
    }
}
