package org.plumbline.bench;

import java.util.Optional;

/**
 * How the device itself says one part of its identity.
 *
 * @param signal that carries it
 * @param command that makes the device say it, without changing its state; empty where it says it anyway
 */
public record IdentityReport(String signal, Optional<String> command) {}
