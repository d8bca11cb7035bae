package org.plumbline.socket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.plumbline.bench.Settings;
import org.plumbline.error.FileTrouble;
import org.plumbline.error.InputException;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;

/** A file that a key names, relative to the YAML file: certificates or a private key as PEM (RFC 7468). */
final class PemFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final List<String> KEYS = List.of("RSA", "EC", "EdDSA");
    private static final String CONVERT = "openssl pkcs8 -topk8 -in OLD -out NEW";

    private final Settings settings;
    private final String key;
    private final String content;

    private PemFile(Settings settings, String key, String content) {
        this.settings = settings;
        this.key = key;
        this.content = content;
    }

    static Optional<PemFile> named(Settings settings, String key) {
        return settings.text(key).map(name -> new PemFile(settings, key, read(settings, key, name)));
    }

    private static String read(Settings settings, String key, String name) {
        try {
            Path file = Path.of(settings.placeOf(key).file()).resolveSibling(name);
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (InvalidPathException e) {
            throw wrong(settings, key, new Text("这不是文件名", "that is no file name"), named());
        } catch (IOException e) {
            throw wrong(settings, key, FileTrouble.words(e), named());
        }
    }

    private static Text named() {
        return new Text("请给出文件名，相对路径以该文件所在文件夹为准", "name a file, as seen from the folder of this one");
    }

    /** One certificate or more. */
    List<X509Certificate> certificates() {
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException e) {
            // said below
        }
        throw wrong(
                new Text("其中没有证书", "there is no certificate in it"),
                new Text("请使用 PEM 文件（BEGIN CERTIFICATE）", "use a PEM file (BEGIN CERTIFICATE)"));
    }

    /** A private key after PKCS #8 (RFC 5958), encrypted or not. */
    PrivateKey privateKey(Optional<String> password) {
        Matcher block = BLOCK.matcher(content);
        while (block.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            if (block.group(1).equals(ENCRYPTED)) {
                return privateKey(decrypted(
                        bytes,
                        password.orElseThrow(() -> wrong(
                                new Text("该私钥已加密", "the private key is encrypted"),
                                new Text("请设置 key-password", "set key-password")))));
            } else if (block.group(1).equals("PRIVATE KEY")) {
                return privateKey(new PKCS8EncodedKeySpec(bytes));
            }
        }
        throw unknown();
    }

    private PrivateKey privateKey(PKCS8EncodedKeySpec encoded) {
        for (String algorithm : KEYS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                // it may be of another kind
            }
        }
        throw unknown();
    }

    private PKCS8EncodedKeySpec decrypted(byte[] bytes, String password) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray());
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
            // Java names the whole scheme of PBES2 (RFC 8018) only in its parameters
            String scheme =
                    info.getAlgName().startsWith("PBES2") || info.getAlgName().equals("1.2.840.113549.1.5.13")
                            ? info.getAlgParameters().toString()
                            : info.getAlgName();
            Key secret = SecretKeyFactory.getInstance(scheme).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (IOException | GeneralSecurityException e) {
            throw wrong(
                    new Text("无法解密私钥", "the private key cannot be decrypted"),
                    new Text("请检查 key-password；也可转换: %s", "check key-password; or convert it: %s").with(CONVERT));
        } finally {
            spec.clearPassword();
        }
    }

    private InputException unknown() {
        return wrong(
                new Text("其中没有 PKCS #8 私钥", "there is no PKCS #8 private key in it"),
                new Text("请转换: %s", "convert it: %s").with(CONVERT));
    }

    /** Something is wrong with what is in this file. */
    InputException wrong(Text what, Text remedy) {
        return wrong(settings, key, what, remedy);
    }

    private static InputException wrong(Settings settings, String key, Text what, Text remedy) {
        return new InputException(new Problem(
                settings.placeOf(key),
                new Text("%s 的文件 %s: %s", "%s: file %s: %s")
                        .with(key, settings.shown(key).orElse(""), what),
                remedy));
    }
}
