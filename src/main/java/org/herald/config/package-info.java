/**
 * The settings of a portal: {@code portal.yaml} and the environment, each key typed and checked, whatever is wrong named
 * with its place. May call {@code model}. Start with {@link org.herald.config.SettingsFile}.
 */
@NullMarked
package org.herald.config;

import org.jspecify.annotations.NullMarked;
