package org.herald.model;

/** The identity of an asset: an uploaded or recorded file. */
public record AssetId(long value) {

    /** How texts and targets name it. */
    public String named() {
        return "asset:" + value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
