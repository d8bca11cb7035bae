/** MQTT 3.1.1 and 5 through Eclipse Paho; start at {@link org.plumbline.mqtt.MqttTransport}. */
@NullMarked
package org.plumbline.mqtt;

import org.jspecify.annotations.NullMarked;
