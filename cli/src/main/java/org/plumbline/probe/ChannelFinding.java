package org.plumbline.probe;

import java.util.List;
import java.util.Optional;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.text.Text;

/**
 * How one channel was found.
 *
 * @param signals those declared on it
 * @param heard empty where it could not be opened
 * @param ended when listening ended, in nanoseconds of the probe's clock
 * @param reasons what is wrong, and the likely reason
 */
public record ChannelFinding(
        ChannelSpec channel,
        List<SignalSpec> signals,
        State state,
        Optional<Heard> heard,
        long ended,
        List<Text> reasons) {}
