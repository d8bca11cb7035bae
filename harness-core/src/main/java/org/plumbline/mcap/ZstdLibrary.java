package org.plumbline.mcap;

import com.github.luben.zstd.util.Native;
import java.io.File;

/**
 * The native library of zstd. It is unpacked before it is loaded: into the temporary folder, or where nothing may be
 * executed there, as on hardened computers, into the user's home until the process ends.
 */
final class ZstdLibrary {

    private ZstdLibrary() {}

    /** @throws LinkageError where it can be loaded from neither */
    static synchronized void load() {
        try {
            Native.load();
        } catch (LinkageError e) {
            try {
                Native.load(new File(System.getProperty("user.home")));
            } catch (LinkageError second) {
                e.addSuppressed(second);
                throw e;
            }
        }
    }
}
