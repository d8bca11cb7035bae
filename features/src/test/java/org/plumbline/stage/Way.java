package org.plumbline.stage;

/**
 * Where the stage is on its way.
 *
 * @param times how often it went that way before
 * @param seconds since it was sent
 */
record Way(String from, String to, int times, double seconds) {}
