package org.herald.exchange.wxr;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The posts of a file, made ready on a thread of their own while those before them are written. Few batches wait at any
 * time, so that memory stays the same however long the file is.
 */
final class Preparing implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Preparing.class.getName());

    private static final int AT_ONCE = 100;
    private static final int LARGE = 2_000_000;
    private static final int AHEAD = 3;

    private final Path file;
    private final Inventory inventory;
    private final PostMapper mapper;
    private final Set<Long> only;
    private final BlockingQueue<Step> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile boolean isUnchangedExpected; // told by whoever takes the posts

    /**
     * A post that is ready to be taken.
     *
     * @param words nothing when it probably need not be taken
     */
    record Prepared(WxrPart.Post post, String digest, Optional<PostMapper.Words> words) {}

    sealed interface Step {}

    /**
     * Posts to be taken together.
     *
     * @param bytes how much of the file was read for them
     */
    record Batch(List<Prepared> posts, long bytes) implements Step {

        Batch {
            posts = List.copyOf(posts);
        }
    }

    private record End() implements Step {}

    private record Failed(RuntimeException fault) implements Step {}

    /** @param only the posts to prepare; none means all */
    Preparing(Path file, Inventory inventory, PostMapper mapper, Set<Long> only) {
        this.file = file;
        this.inventory = inventory;
        this.mapper = mapper;
        this.only = Set.copyOf(only);
        this.thread = Thread.ofPlatform().name("preparing").daemon().start(this::prepare);
    }

    /**
     * The next batch; nothing at the end of the file.
     *
     * @throws WxrFault when the file is broken
     */
    Optional<Batch> next() {
        try {
            return switch (ready.take()) {
                case Batch batch -> Optional.of(batch);
                case End _ -> Optional.empty();
                case Failed(var fault) -> throw fault;
            };
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new WxrFault("The import was interrupted. What was imported is kept; run the same command again.");
        }
    }

    /** A second run over what is here already needs no words: those of a post that has changed after all are made then. */
    void expectUnchanged(boolean isExpected) {
        isUnchangedExpected = isExpected;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void prepare() {
        try {
            ready.put(read());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts all batches but the last step, which it returns. */
    private Step read() throws InterruptedException {
        try (var reader = WxrReader.open(file)) {
            var batch = new ArrayList<Prepared>();
            long words = 0;
            for (var part = reader.next(); part.isPresent(); part = reader.next()) {
                if (part.get() instanceof WxrPart.Post post && isWanted(inventory.numbered(post))) {
                    batch.add(prepared(inventory.numbered(post)));
                    words += post.written().content().length();
                }
                if (batch.size() >= AT_ONCE || words > LARGE) {
                    ready.put(new Batch(batch, reader.bytes()));
                    batch.clear();
                    words = 0;
                }
            }
            if (!batch.isEmpty()) {
                ready.put(new Batch(batch, reader.bytes()));
            }
            return new End();
        } catch (RuntimeException fault) {
            return new Failed(fault);
        } catch (Error fault) {
            return new Failed(new IllegalStateException("The posts of " + file + " could not be prepared", fault));
        }
    }

    private boolean isWanted(WxrPart.Post post) {
        return !post.named().type().equals("attachment")
                && (only.isEmpty() || only.contains(post.named().id()));
    }

    private Prepared prepared(WxrPart.Post post) {
        boolean isItem = Inventory.ITEMS.contains(post.named().type())
                && !PostImporter.isLeftOut(post.named().status());
        return new Prepared(
                post, isItem ? Digest.of(post) : "", isItem && !isUnchangedExpected ? words(post) : Optional.empty());
    }

    /** Words that cannot be made are asked for again when the post is taken; there it is passed over and told. */
    private Optional<PostMapper.Words> words(WxrPart.Post post) {
        try {
            return Optional.of(mapper.of(post, Set.of()));
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.log(System.Logger.Level.DEBUG, "The words of a post cannot be made", fault);
            return Optional.empty();
        }
    }
}
