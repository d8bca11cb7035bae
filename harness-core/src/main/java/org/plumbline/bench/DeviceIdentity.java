package org.plumbline.bench;

/** What the manufacturer calls the device. */
public record DeviceIdentity(
        String deviceClass, String manufacturer, String model, String serialNumber, String firmware) {

    /** The part of it under a key of device.yaml. */
    public String text(String key) {
        return switch (key) {
            case "class" -> deviceClass;
            case "manufacturer" -> manufacturer;
            case "model" -> model;
            case "serial-number" -> serialNumber;
            case "firmware" -> firmware;
            default -> throw new IllegalArgumentException(key);
        };
    }
}
