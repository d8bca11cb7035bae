package org.plumbline.standard;

import org.plumbline.text.Text;

/** One question of the ICS: what the manufacturer declares that the device supports. */
public record IcsItem(String id, Text question) {}
