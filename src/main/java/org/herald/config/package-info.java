/**
 * Reads what operators declare in YAML and in the environment: each key declared once with its type, default and
 * variable, whatever is wrong named with file, line and column, all at once. May call {@code model}. Start with {@link
 * org.herald.config.PortalKeys}, which declares the settings of a portal, and {@link org.herald.config.Schema}.
 */
@NullMarked
package org.herald.config;

import org.jspecify.annotations.NullMarked;
