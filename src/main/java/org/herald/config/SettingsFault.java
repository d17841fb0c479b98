package org.herald.config;

import java.util.List;

/** Settings are unknown or wrong; each line of the message names the file, the position, the key and what to write. */
public final class SettingsFault extends RuntimeException {

    public SettingsFault(String message) {
        super(message);
    }

    /** Several faults, one on each line. */
    SettingsFault(List<String> messages) {
        super(String.join("\n", messages));
    }
}
