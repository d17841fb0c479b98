/**
 * WordPress exports (WXR, WordPress eXtended RSS) becoming items: read as a stream, converted to Herald's bodies, and
 * written through the verbs of {@code publish} in small batches, so that a run can be stopped anywhere and begun again. It
 * may call model, publish, publish.body and media. Start with {@link org.herald.exchange.wxr.WxrImport}.
 */
@NullMarked
package org.herald.exchange.wxr;

import org.jspecify.annotations.NullMarked;
