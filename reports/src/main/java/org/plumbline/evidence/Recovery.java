package org.plumbline.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.capture.Capture;
import org.plumbline.capture.CaptureChain;
import org.plumbline.capture.CaptureCopy;
import org.plumbline.capture.ChainCheck;
import org.plumbline.capture.RecordedPlugins;
import org.plumbline.capture.RecordedRun;
import org.plumbline.capture.Reserve;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.HarnessException;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.results.Software;
import org.plumbline.run.Run;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/**
 * Makes a bundle of what a killed run left. The capture is evidence: what was found of it is kept byte for byte, with its
 * chain, as {@code run.mcap.part}, and {@code run.mcap} becomes a complete copy that every reader opens. A recovery that
 * is cut short itself can be repeated. What a full disk left may be sealed, with a capture that has no end: it stays as it
 * is, and a second folder is made beside it. Of what was recorded without a standard there is no bundle: only its capture is made
 * complete.
 */
public final class Recovery {

    private Recovery() {}

    /**
     * Recovers.
     *
     * @param left the folder of the run; or its capture alone, beside which the folder is made anew; or a sealed one whose
     *     capture has no end
     * @param language of what is written in one language only
     * @throws InputException where that is no folder of a run, or one that is sealed and needs no recovery or was changed
     *     since, or one that is still being written; or of what was recorded without a standard to its end
     * @throws HarnessException where nothing of the capture can be read, or the bundle cannot be written
     */
    public static Recovered recover(Path left, Language language) {
        try {
            Path folder = Files.isRegularFile(left) ? LoneCapture.layOut(left) : left;
            if (SealedRun.isCutShort(folder)) {
                SealedRun sealed = SealedRun.of(folder);
                return recover(Remains.of(LoneCapture.layOutBeside(folder)), sealed.incidents(), language);
            }
            return recover(Remains.of(folder), List.of(), language);
        } catch (IOException e) {
            throw new HarnessException(
                    Problem.of(
                            new Text("%s 无法恢复：%s", "%s cannot be recovered: %s").with(left, FileTrouble.words(e)),
                            new Text(
                                    "找到的原始记录未被改动；请检查磁盘空间和权限",
                                    "the capture that was found is unchanged; check disk space and permissions")),
                    e);
        }
    }

    /** @param before what the run itself said that went wrong */
    private static Recovered recover(Remains remains, List<Text> before, Language language) throws IOException {
        Reserve.release(remains.capture());
        remains.finishSettingAside();
        List<Text> incidents = new ArrayList<>(List.of(Capture.KILLED));
        incidents.addAll(before);
        ChainCheck chain = CaptureChain.check(remains.isSetAside() ? remains.original() : remains.capture());
        incidents.addAll(chain.findings());
        boolean sound = chain.ended() && chain.findings().isEmpty();
        if (sound && !remains.isSetAside()) {
            refuseFinished(remains.capture());
        }
        Optional<CaptureCopy.Outcome> repaired = sound ? Optional.empty() : Optional.of(repair(remains, incidents));
        long messages = repaired.map(CaptureCopy.Outcome::messages).orElse(-1L);
        boolean damaged =
                !repaired.map(CaptureCopy.Outcome::damage).orElse(List.of()).isEmpty();
        List<Text> inputs = RecordedInputs.restore(remains.folder(), remains.capture(), damaged);
        incidents.addAll(inputs);
        Run run = RecordedRun.read(remains.capture(), remains.folder(), incidents, true);
        remains.tidy();
        if (run.plan().standard().equals(Standard.NONE)) {
            return new Recovered(run, chain, inputs, messages);
        }
        Software software = Software.here().with(RecordedPlugins.read(remains.capture()));
        Evidence.write(run, software, remains.folder(), language);
        return new Recovered(run, chain, inputs, messages);
    }

    private static void refuseFinished(Path recording) {
        Capture capture = Capture.read(recording);
        if (capture.isFinishedRecording()) {
            throw LoneCapture.whole(recording, capture);
        }
    }

    private static CaptureCopy.Outcome repair(Remains remains, List<Text> incidents) throws IOException {
        remains.setAside();
        CaptureCopy.Outcome copied = CaptureCopy.write(remains.original(), remains.capture());
        incidents.add(new Text(
                        "原始记录完整到字节 %s；其后的部分只恢复了可读的内容",
                        "the capture is whole up to byte %s; of what comes after, what can be read was recovered")
                .with(copied.whole()));
        copied.damage()
                .forEach(damage -> incidents.add(new Text(
                                "原始记录在字节 %s 处损坏，该处有内容缺失或改动（%s）",
                                "the capture is damaged at byte %s: something is missing or changed there (%s)")
                        .with(damage.offset(), damage.problem())));
        return copied;
    }
}
