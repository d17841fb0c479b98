package org.herald.model;

import java.util.List;

/**
 * Who does something: an account, an importer, the schedule. Two are the same when their ids are: the name is for display
 * alone, and may change.
 *
 * @param displayName of 1 to 200 characters
 */
public record Principal(PrincipalId id, String displayName) {

    /** Publishes what is due. */
    public static final Principal SCHEDULE = new Principal(new PrincipalId(-1), "schedule");

    /** Imports WordPress exports. */
    public static final Principal WXR_IMPORTER = new Principal(new PrincipalId(-2), "import wxr");

    /** Creates the sample portal. */
    public static final Principal SAMPLE = new Principal(new PrincipalId(-3), "sample");

    /** Generates portals for measurements. */
    public static final Principal GENERATOR = new Principal(new PrincipalId(-4), "generate");

    /** The operator, who runs the {@code herald} command on the machine. */
    public static final Principal OPERATOR = new Principal(new PrincipalId(-5), "herald");

    /** An OpenID provider, which vouches for people. */
    public static final Principal IDENTITY_PROVIDER = new Principal(new PrincipalId(-6), "openid");

    /** A visitor who tried to sign in and has no account. */
    public static final Principal ANONYMOUS = new Principal(new PrincipalId(-7), "nobody");

    /** Imports entries of directories from CSV, GeoJSON and zip files. */
    public static final Principal CSV_IMPORTER = new Principal(new PrincipalId(-8), "import csv");

    /** Imports events from calendars, also from those of partners. */
    public static final Principal ICS_IMPORTER = new Principal(new PrincipalId(-9), "import ics");

    /** All that the product brings with it. */
    public static final List<Principal> BUILT_IN = List.of(
            SCHEDULE,
            WXR_IMPORTER,
            SAMPLE,
            GENERATOR,
            OPERATOR,
            IDENTITY_PROVIDER,
            ANONYMOUS,
            CSV_IMPORTER,
            ICS_IMPORTER);

    private static final int LONGEST_NAME = 200;

    public Principal {
        if (Blank.is(displayName) || displayName.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A principal's name has 1 to 200 characters");
        }
    }

    /** True for what the product brings with it: it has no account, and its name is a word that is translated. */
    public boolean isBuiltIn() {
        return BUILT_IN.contains(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Principal(var otherId, var _) && id.equals(otherId);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
