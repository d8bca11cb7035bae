package org.plumbline.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.alignment.AlignedFile;
import org.plumbline.alignment.Anchor;
import org.plumbline.text.Text;

/** Files that were aligned with a run, as the capture's metadata: texts by name, numbers exactly. */
final class RecordedFiles {

    private static final String NAMES = "files";

    private RecordedFiles() {}

    static Map<String, String> toTexts(List<AlignedFile> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!files.isEmpty()) {
            texts.put(
                    NAMES,
                    String.join(" ", files.stream().map(AlignedFile::channel).toList()));
        }
        for (AlignedFile file : files) {
            String key = "file." + file.channel();
            texts.put(key + ".name", file.name());
            texts.put(key + ".sha256", file.sha256());
            texts.put(key + ".uncertainty-s", Double.toString(file.uncertainty()));
            texts.put(key + ".drift-limit", Double.toString(file.driftLimit()));
            texts.put(key + ".drift", Double.toString(file.drift()));
            texts.put(key + ".offset-s", Double.toString(file.offset()));
            texts.put(key + ".used", Long.toString(file.tally().used()));
            texts.put(key + ".early", Long.toString(file.tally().early()));
            texts.put(key + ".late", Long.toString(file.tally().late()));
            texts.put(key + ".faulty", Long.toString(file.tally().faulty()));
            for (int i = 0; i < file.anchors().size(); i++) {
                Anchor anchor = file.anchors().get(i);
                String event = key + ".event-" + (i + 1);
                texts.put(event + ".file-ns", Long.toString(anchor.file()));
                texts.put(event + ".run-ns", Long.toString(anchor.run()));
                texts.put(event + ".half-width-s", Double.toString(anchor.halfWidth()));
                texts.put(event + ".zh", anchor.words().zh());
                texts.put(event + ".en", anchor.words().en());
            }
        }
        return texts;
    }

    static List<AlignedFile> of(Map<String, String> texts) {
        List<AlignedFile> files = new ArrayList<>();
        for (String channel : texts.getOrDefault(NAMES, "").split(" ")) {
            if (!channel.isEmpty()) {
                files.add(file(channel, texts));
            }
        }
        return List.copyOf(files);
    }

    private static AlignedFile file(String channel, Map<String, String> texts) {
        String key = "file." + channel;
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 1; texts.containsKey(key + ".event-" + i + ".file-ns"); i++) {
            String event = key + ".event-" + i;
            anchors.add(new Anchor(
                    whole(texts, event + ".file-ns"),
                    whole(texts, event + ".run-ns"),
                    number(texts, event + ".half-width-s"),
                    new Text(texts.getOrDefault(event + ".zh", ""), texts.getOrDefault(event + ".en", ""))));
        }
        return new AlignedFile(
                channel,
                texts.getOrDefault(key + ".name", channel),
                texts.getOrDefault(key + ".sha256", ""),
                List.copyOf(anchors),
                number(texts, key + ".uncertainty-s"),
                number(texts, key + ".drift-limit"),
                new AlignedFile.Tally(
                        whole(texts, key + ".used"),
                        whole(texts, key + ".early"),
                        whole(texts, key + ".late"),
                        whole(texts, key + ".faulty")));
    }

    private static long whole(Map<String, String> texts, String key) {
        return Long.parseLong(texts.getOrDefault(key, "0"));
    }

    private static double number(Map<String, String> texts, String key) {
        return Double.parseDouble(texts.getOrDefault(key, "0"));
    }
}
