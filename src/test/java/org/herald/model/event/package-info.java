@NullMarked
package org.herald.model.event;

import org.jspecify.annotations.NullMarked;
