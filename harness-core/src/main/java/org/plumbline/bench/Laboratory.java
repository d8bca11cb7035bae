package org.plumbline.bench;

/**
 * Who tests.
 *
 * @param accreditation as the laboratory words it; empty for none. No mark is ever printed.
 */
public record Laboratory(String name, String accreditation) {}
