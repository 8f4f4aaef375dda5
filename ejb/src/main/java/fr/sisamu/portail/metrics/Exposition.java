package fr.sisamu.portail.metrics;

/** All figures in one of Prometheus' text formats. */
public record Exposition(String contentType, String text) {}
