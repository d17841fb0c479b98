package org.herald.exchange.csv;

/**
 * What became of the rows of a file.
 *
 * @param isStopped true when the run was asked to stop and the same command goes on
 */
public record ImportResult(int rows, int created, int revised, int unchanged, int left, boolean isStopped) {}
