package org.herald.web;

/** The style sheet that stands in every page. */
public record Style(String css) {}
