package org.plumbline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plumbline.text.Text;

/** What of the computer may be to blame, where a command ended for a reason that nobody foresaw. */
final class Surroundings {

    private static final Text MISFIT = new Text(
            "某个 jar 与本版本不符：请检查 plugins 中的插件，或重新安装",
            "a jar does not fit this version: check the plugins in plugins/, or install again");

    private Surroundings() {}

    /** Java's folder for temporary files, which native libraries are unpacked into as well; or jars of different versions. */
    static Optional<Text> doubt(Throwable reason) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        boolean unloaded = reason instanceof UnsatisfiedLinkError || reason instanceof ExceptionInInitializerError;
        if (Files.isWritable(folder) && !unloaded) {
            return Optional.of(MISFIT).filter(misfit -> reason instanceof LinkageError);
        }
        return Optional.of(new Text(
                        "临时文件夹 %s 不存在、不可写，或其中的程序库不许执行；请另选一个：PLUMBLINE_JAVA_OPTS=-Djava.io.tmpdir=文件夹",
                        "the temporary folder %s is missing, cannot be written, or libraries in it may not be executed; choose another: PLUMBLINE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER")
                .with(folder));
    }
}
