package org.plumbline.suite;

import java.time.Instant;
import java.util.List;
import org.plumbline.bench.Bench;
import org.plumbline.standard.Completeness;
import org.plumbline.standard.Standard;
import org.plumbline.standard.StandardFile;

/**
 * What a suite asks of a bench before anything is run.
 *
 * @param completeness when what arrives is whole enough to judge from
 * @param evidence of the device's ICS
 */
public record SuiteDemands(Completeness completeness, List<IcsEvidence> evidence) {

    /** @throws org.plumbline.error.InputException where the suite is wrong */
    public static SuiteDemands of(Suite suite, Bench bench) {
        RunFolder folder = RunFolder.create(null, Instant.EPOCH, suite.name());
        try {
            suite.copyTo(folder.inputs());
            Standard standard = StandardFile.read(suite.standard(folder.inputs()));
            return new SuiteDemands(
                    standard.completeness(),
                    IcsEvidence.of(standard, FeatureFiles.read(suite, folder.inputs()), bench));
        } finally {
            folder.forget();
        }
    }
}
