/** MQTT as fast as it goes beside a bare subscriber; start at {@link org.plumbline.benchmark.mqtt.MqttSpeed}. */
@NullMarked
package org.plumbline.benchmark.mqtt;

import org.jspecify.annotations.NullMarked;
