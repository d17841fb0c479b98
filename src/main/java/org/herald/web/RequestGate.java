package org.herald.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Lets the requests of one connection in one by one: the next when the answer before it is complete and the client has
 * read so much of it that there is room for more. What a client sends ahead meanwhile stays where it is, in the end at the
 * client (RFC 9112, section 9.3.2: pipelining is allowed, and nowhere is it said that a server must hurry). So one
 * connection has at most one request unanswered and one answer unsent.
 *
 * <p>It stands at two places of a connection: before the decoder, where it hands on bytes in small portions, and behind
 * it, where it holds the few requests that the last portion had. All of it runs on the connection's event loop.
 */
final class RequestGate {

    private static final AttributeKey<RequestGate> KEY = AttributeKey.valueOf(RequestGate.class, "gate");
    private static final String SERVER = "handler";
    /** Of bytes that are decoded at once: some dozens of the shortest requests. */
    private static final int PORTION = 2048;
    /** Of bytes that wait to be decoded; a client whose bytes come although they are not asked for is cut off. */
    private static final int MOST_WAITING = 1 << 20;
    /** Of requests that are answered before other connections have their turn. */
    private static final int AT_A_STRETCH = 8;
    /** What a client still sends after it was refused is thrown away for so long, so that it sees the answer. */
    private static final long LINGER_MILLIS = 1000;

    private static final int MOST_LINGERING = 256 << 10;

    private final Http1xServerConnection connection;
    private final Channel channel;
    private final Deque<ByteBuf> bytes = new ArrayDeque<>();
    private final Deque<Object> decoded = new ArrayDeque<>();
    private final Intake intake = new Intake();
    private final Turns turns = new Turns();
    // what follows changes on the event loop alone
    private int waiting; // bytes that are not decoded yet
    private boolean isAnswering; // from a request's first line to the last byte of its answer
    private boolean isFeeding; // while bytes are handed to the decoder
    private boolean isScheduled; // the letting in of what is held
    private int stretch; // requests let in since other connections had their turn
    private boolean isRefused; // nothing more is taken
    private int dropped; // bytes that came after that

    private RequestGate(Http1xServerConnection connection) {
        this.connection = connection;
        this.channel = connection.channel();
    }

    /** Puts a gate into the connection of the request that is being answered, unless it has one. */
    static RequestGate of(Http1xServerConnection connection) {
        var attribute = connection.channel().attr(KEY);
        var known = attribute.get();
        return known != null ? known : install(connection);
    }

    private static RequestGate install(Http1xServerConnection connection) {
        var gate = new RequestGate(connection);
        gate.isAnswering = true;
        connection.channel().attr(KEY).set(gate);
        connection
                .channel()
                .pipeline()
                .addFirst("herald-intake", gate.intake)
                .addBefore(SERVER, "herald-turns", gate.turns);
        return gate;
    }

    /** Takes nothing more from this client: the connection is closed when the answer that is being given has been sent. */
    private void refuseMore() {
        isRefused = true;
        release();
        connection.doResume();
    }

    /**
     * Closes the connection. A little of what still comes is thrown away before: bytes that are not read when a
     * connection is closed would take the answer with them (RFC 9112, section 9.6).
     */
    private void hangUp() {
        if (!channel.isActive()) {
            return;
        }
        var _ = channel.pipeline()
                .context(intake)
                .writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(_ -> endAnswers());
        var _ = channel.eventLoop().schedule(this::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void endAnswers() {
        var _ = ((DuplexChannel) channel).shutdownOutput();
    }

    private void close() {
        var _ = channel.close();
    }

    private boolean isHolding() {
        return !decoded.isEmpty();
    }

    private boolean isReady() {
        return !isAnswering && channel.isWritable();
    }

    private boolean hasMore() {
        return isHolding() || !bytes.isEmpty();
    }

    /** Decodes what waits, portion by portion, as long as it can be answered. */
    private void feed(ChannelHandlerContext before) {
        if (isFeeding) {
            return;
        }
        isFeeding = true;
        try {
            while (!bytes.isEmpty() && !isHolding()) {
                ByteBuf first = bytes.getFirst();
                int size = Math.min(first.readableBytes(), PORTION);
                ByteBuf portion;
                if (size == first.readableBytes()) {
                    bytes.removeFirst();
                    portion = first;
                } else {
                    portion = first.readRetainedSlice(size);
                }
                waiting -= size;
                before.fireChannelRead(portion);
            }
        } finally {
            isFeeding = false;
        }
        if (hasMore()) {
            connection.doPause();
        }
    }

    /** Lets in what is held, a few requests, and then what waits before the decoder. */
    private void letIn() {
        isScheduled = false;
        stretch = 0;
        var context = channel.pipeline().context(turns);
        var before = channel.pipeline().context(intake);
        if (context == null || before == null || !hasMore()) {
            return;
        }
        for (int i = 0; i < AT_A_STRETCH && hasMore(); i++) {
            if (!letOneIn(context)) {
                break;
            }
            if (!isHolding()) {
                feed(before);
            }
        }
        context.fireChannelReadComplete();
        context.flush();
        if (isHolding()) {
            if (isReady()) {
                schedule();
            }
        } else if (bytes.isEmpty()) {
            connection.doResume();
        }
    }

    /** False when the next request must wait. */
    private boolean letOneIn(ChannelHandlerContext context) {
        boolean isFirst = true;
        while (isHolding()) {
            if (decoded.getFirst() instanceof HttpRequest) {
                if (!isFirst) {
                    return true;
                }
                if (!isReady()) {
                    return false;
                }
                isAnswering = true;
                isFirst = false;
            }
            context.fireChannelRead(decoded.removeFirst());
        }
        return true;
    }

    private void schedule() {
        if (!isScheduled) {
            isScheduled = true;
            channel.eventLoop().execute(this::letIn);
        }
    }

    private void answered() {
        isAnswering = false;
        if (isRefused) {
            hangUp();
        } else if (hasMore()) {
            schedule();
        }
    }

    private void release() {
        bytes.forEach(ReferenceCountUtil::release);
        bytes.clear();
        waiting = 0;
        decoded.forEach(ReferenceCountUtil::release);
        decoded.clear();
    }

    /** Before the decoder. */
    private final class Intake extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (!(message instanceof ByteBuf more)) {
                context.fireChannelRead(message);
            } else if (isRefused) {
                drop(more);
            } else if (bytes.isEmpty() && !isHolding() && !isFeeding && more.readableBytes() <= PORTION) {
                context.fireChannelRead(more);
                if (isHolding()) {
                    connection.doPause();
                }
            } else if (waiting + more.readableBytes() > MOST_WAITING) {
                more.release();
                close();
            } else {
                bytes.addLast(more);
                waiting += more.readableBytes();
                feed(context);
            }
        }

        private void drop(ByteBuf more) {
            dropped += more.readableBytes();
            more.release();
            if (dropped > MOST_LINGERING) {
                close();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            release();
            context.fireChannelInactive();
        }
    }

    /** Behind the decoder. */
    private final class Turns extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (isRefused) {
                ReferenceCountUtil.release(message);
            } else if (isHolding() || (message instanceof HttpRequest && !(isReady() && stretch < AT_A_STRETCH))) {
                decoded.addLast(message);
                if (!isAnswering) {
                    context.flush(); // the client is to read what it was answered so far
                    if (isReady()) {
                        schedule();
                    }
                }
            } else {
                if (message instanceof HttpRequest) {
                    isAnswering = true;
                    stretch++;
                }
                context.fireChannelRead(message);
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            stretch = 0;
            context.fireChannelReadComplete();
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse response
                    && response.headers().contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
                refuseMore();
            }
            var _ = context.write(message, promise);
            if (message instanceof LastHttpContent && !isInterim(message)) {
                answered();
            }
        }

        /** True for "go on" and its like, which come before the answer. */
        private static boolean isInterim(Object message) {
            return message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (channel.isWritable() && hasMore()) {
                schedule();
            }
            context.fireChannelWritabilityChanged();
        }
    }
}
