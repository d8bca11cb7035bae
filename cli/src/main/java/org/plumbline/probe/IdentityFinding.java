package org.plumbline.probe;

import java.util.Optional;
import org.plumbline.text.Text;

/**
 * Whether the device is who it should be, in one part of its identity.
 *
 * @param key of device.yaml, such as serial-number
 * @param declared in device.yaml
 * @param said by the device; empty where it said nothing
 * @param reason what is wrong; empty where both are the same
 */
public record IdentityFinding(String key, String declared, Optional<String> said, Optional<Text> reason) {}
