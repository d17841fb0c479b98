package org.herald.model;

/** A block with its identity. */
public record PlacedBlock(BlockId id, Block block) {}
