/**
 * Entries of a kind as CSV, GeoJSON and zip files, in and out: one row for an entry with all its languages, one rule for the
 * names of columns. A file is read as a stream, checked to its end before anything of it is written, and then written through
 * the verbs of {@code publish} in batches. It may call model, store, media, publish and publish.body. Start with {@link
 * org.herald.exchange.csv.CsvImport} and {@link org.herald.exchange.csv.Column}.
 */
@NullMarked
package org.herald.exchange.csv;

import org.jspecify.annotations.NullMarked;
