package org.herald.config;

/** A setting is unknown or wrong; the message names the file, the line, the key and what to write instead. */
public final class SettingsFault extends RuntimeException {

    public SettingsFault(String message) {
        super(message);
    }
}
