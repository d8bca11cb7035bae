package org.plumbline.capture;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.mcap.McapMessages;
import org.plumbline.mcap.McapQuery;
import org.plumbline.mcap.McapReader;
import org.plumbline.mcap.McapReaderOptions;
import org.plumbline.mcap.McapRecord.Message;
import org.plumbline.run.RunPlan;
import org.plumbline.verdict.Judgement;

/** The judgements of a capture as a recovered run has them. */
public final class RecoveredVerdicts {

    private RecoveredVerdicts() {}

    public static List<Judgement> of(Path capture, RunPlan plan) throws IOException {
        RecordedJudgements judgements = new RecordedJudgements(plan);
        long start = CaptureWriter.nanos(plan.started());
        List<Judgement> found = new ArrayList<>();
        try (McapReader reader = McapReader.open(capture, McapReaderOptions.forRecovery())) {
            McapMessages messages = reader.messages(McapQuery.all().topics("/verdicts"));
            for (Message message = messages.next(); message != null; message = messages.next()) {
                found.add(judgements.read(message.logTime() - start, new ObjectMapper().readTree(message.data())));
            }
        }
        return found;
    }
}
