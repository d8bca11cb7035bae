package org.plumbline.bench;

/** What the manufacturer calls the device. */
public record DeviceIdentity(
        String deviceClass, String manufacturer, String model, String serialNumber, String firmware) {}
