package org.herald.model;

/** An asset shown with an item: alternative text for those who do not see it, caption and credit for all. */
public record Picture(AssetId asset, String alt, String caption, String credit) {}
