package org.plumbline.separation;

import org.plumbline.error.UnfitException;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/**
 * Minimum distance of a safeguard from the hazard, S = K T + C (ISO 13855:2010, clause 5; GB/T 19876-2012), in mm. The
 * edition of 2024 writes S = K T + D_DS + Z; {@link #of2024} adds these.
 *
 * @param approachSpeed K, mm/s
 * @param intrusion C, how far a part of the body reaches before it is detected, mm
 * @param value S, mm
 */
public record MinimumDistance(double approachSpeed, double intrusion, double value) {

    /** Approach velocity of a hand that reaches in, mm/s; holds up to 500 mm. */
    public static final double REACHING = 2000;

    /** Approach velocity of a walking person, mm/s. */
    public static final double WALKING = 1600;

    private static final double NEAR = 500;
    private static final double LEAST = 100;
    private static final double FINE = 40;
    private static final double COARSE = 70;
    private static final double ARM_LENGTH = 850;
    private static final double FLOOR_REACH = 1200;
    private static final double HIGHEST = 1000;
    private static final double BEYOND_CONTROLS = 250;

    /**
     * Of a light curtain across the approach (ISO 13855:2010, 6.2). Up to a detection capability of 40 mm C = 8 (d - 14), not
     * below 0, with K = 2000 mm/s where that gives no more than 500 mm, else 1600 mm/s but no less than 500 mm; never less
     * than 100 mm. From there to 70 mm C = 850 mm with K = 1600 mm/s.
     *
     * @param time T, overall stopping performance, s
     * @param detection d, detection capability, mm, up to 70
     * @throws UnfitException for what the clause does not cover
     */
    public static MinimumDistance across(double time, double detection) {
        requireTime(time);
        if (!(detection > 0 && detection <= COARSE)) {
            throw new UnfitException(
                    new Text("探测能力须大于 0 且不超过 70 mm: %s mm", "not a detection capability up to 70 mm: %s mm")
                            .with(Quantity.plain(detection)));
        }
        if (detection > FINE) {
            return plain(WALKING, time, ARM_LENGTH);
        }
        double intrusion = Math.max(0, 8 * (detection - 14));
        double near = Math.max(LEAST, REACHING * time + intrusion);
        return near <= NEAR
                ? new MinimumDistance(REACHING, intrusion, near)
                : new MinimumDistance(WALKING, intrusion, Math.max(NEAR, WALKING * time + intrusion));
    }

    /**
     * Of a detection zone parallel to the approach (ISO 13855:2010, 6.3): C = 1200 - 0.4 H, not below 850 mm, K = 1600 mm/s.
     *
     * @param time T, s
     * @param height H of the zone above the floor, mm, from 15 (d - 50) to 1000
     * @param detection d, detection capability, mm
     * @throws UnfitException for a height at which people get below, or climb over
     */
    public static MinimumDistance along(double time, double height, double detection) {
        requireTime(time);
        double lowest = Math.max(0, 15 * (detection - 50));
        if (!(height >= lowest && height <= HIGHEST)) {
            throw new UnfitException(
                    new Text("区域距地面须为 %s 至 %s mm: %s mm", "the zone must be %s to %s mm above the floor: %s mm")
                            .with(Quantity.plain(lowest), Quantity.plain(HIGHEST), Quantity.plain(height)));
        }
        return plain(WALKING, time, Math.max(ARM_LENGTH, FLOOR_REACH - 0.4 * height));
    }

    /** Of a pressure-sensitive mat on the floor (ISO 13855:2010, 7): C = 1200 mm, K = 1600 mm/s; T in s. */
    public static MinimumDistance onTheFloor(double time) {
        requireTime(time);
        return plain(WALKING, time, FLOOR_REACH);
    }

    /**
     * Of a two-hand control (ISO 13855:2010, 8): C = 250 mm, or 0 where a cover keeps the hands from reaching in, then no
     * less than 100 mm; K = 1600 mm/s.
     *
     * @param time T, s
     */
    public static MinimumDistance ofTwoHandControl(double time, boolean covered) {
        requireTime(time);
        return covered
                ? new MinimumDistance(WALKING, 0, Math.max(LEAST, WALKING * time))
                : plain(WALKING, time, BEYOND_CONTROLS);
    }

    /**
     * After ISO 13855:2024: S = K T + D_DS + Z.
     *
     * @param approachSpeed K, mm/s
     * @param time T, overall system response time, s
     * @param device D_DS, distance that goes with the protective device, mm
     * @param supplement Z, mm
     */
    public static MinimumDistance of2024(double approachSpeed, double time, double device, double supplement) {
        requireTime(time);
        return plain(approachSpeed, time, device + supplement);
    }

    private static MinimumDistance plain(double approachSpeed, double time, double intrusion) {
        return new MinimumDistance(approachSpeed, intrusion, approachSpeed * time + intrusion);
    }

    private static void requireTime(double time) {
        if (!(time >= 0)) {
            throw new UnfitException(new Text("停止时间不能是 %s s", "not a stopping time: %s s").with(Quantity.plain(time)));
        }
    }
}
