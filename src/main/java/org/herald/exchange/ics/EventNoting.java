package org.herald.exchange.ics;

import org.herald.exchange.csv.Noting;

/** What is noted of one event, by its UID and the name of the line. */
record EventNoting(String uid, Noting noting) {

    private static final int LONGEST = 60;

    void fault(String line, String value, String message) {
        noting.fault(place(line), value, message);
    }

    void note(String line, String value, String message) {
        noting.note(place(line), value, message);
    }

    /** Those that were made while it was read. */
    void tell(EventGroup group) {
        group.all()
                .forEach(event -> event.remarks().forEach(remark -> {
                    if (remark.isFault()) {
                        fault(remark.place(), remark.value(), remark.message());
                    } else {
                        note(remark.place(), remark.value(), remark.message());
                    }
                }));
    }

    private String place(String line) {
        String known = uid.length() > LONGEST ? uid.substring(0, LONGEST) + "…" : uid;
        return "UID " + known + (line.isEmpty() ? "" : ", " + line);
    }
}
