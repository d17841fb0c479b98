package org.herald.exchange.wxr;

import java.util.function.Function;
import org.herald.media.Incoming;
import org.herald.model.Outcome.Reason;

/**
 * Where the files of an import come in.
 *
 * @param incoming the door of all pictures, with its limits
 * @param words says why it refused one
 */
public record UploadDoor(Incoming incoming, Function<Reason, String> words) {}
