/** VDA 5050, the interface between a fleet control and mobile robots, over MQTT; start at {@link org.plumbline.vda5050.Vda5050Codec}. */
@NullMarked
package org.plumbline.vda5050;

import org.jspecify.annotations.NullMarked;
