package org.herald.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign in that a device keeps: a key of which we know the public half.
 *
 * @param label what its owner calls it
 * @param isSynced true when it goes with its owner from device to device
 * @param usedAt when it was last used to sign in; nothing when it never was
 */
public record Passkey(
        long id,
        AccountId account,
        String label,
        boolean isSynced,
        Instant madeAt,
        @Nullable Instant usedAt) {}
