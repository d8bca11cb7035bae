package org.plumbline.binary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Check algorithms by name. CRC names and parameters are those of the catalogue of parametrised CRC algorithms (Greg
 * Cook), with two names that manuals use more often; every one is tested against its published check value.
 */
final class CheckCatalogue {

    private static final Map<String, CheckAlgorithm> ALL = new LinkedHashMap<>();

    static {
        LongUnaryOperator same = sum -> sum;
        ALL.put("SUM-8", new Sum(1, Long::sum, same));
        ALL.put("SUM-8/INVERTED", new Sum(1, Long::sum, sum -> ~sum));
        ALL.put("SUM-8/NEGATED", new Sum(1, Long::sum, sum -> -sum));
        ALL.put("SUM-16", new Sum(2, Long::sum, same));
        ALL.put("XOR-8", new Sum(1, (sum, octet) -> sum ^ octet, same));
        ALL.put("FLETCHER-16", new Sum(2, fletcher(255), same));
        ALL.put("FLETCHER-16/UBX", new Sum(2, fletcher(256), same));
        ALL.put("CRC-8/SMBUS", new Crc(8, 0x07, 0, false, 0));
        ALL.put("CRC-8/I-432-1", new Crc(8, 0x07, 0, false, 0x55));
        ALL.put("CRC-8/ROHC", new Crc(8, 0x07, 0xFF, true, 0));
        ALL.put("CRC-8/MAXIM-DOW", new Crc(8, 0x31, 0, true, 0));
        ALL.put("CRC-8/NRSC-5", new Crc(8, 0x31, 0xFF, false, 0));
        ALL.put("CRC-8/SAE-J1850", new Crc(8, 0x1D, 0xFF, false, 0xFF));
        ALL.put("CRC-8/AUTOSAR", new Crc(8, 0x2F, 0xFF, false, 0xFF));
        ALL.put("CRC-8/DVB-S2", new Crc(8, 0xD5, 0, false, 0));
        ALL.put("CRC-16/ARC", new Crc(16, 0x8005, 0, true, 0));
        ALL.put("CRC-16/MODBUS", new Crc(16, 0x8005, 0xFFFF, true, 0));
        ALL.put("CRC-16/USB", new Crc(16, 0x8005, 0xFFFF, true, 0xFFFF));
        ALL.put("CRC-16/MAXIM-DOW", new Crc(16, 0x8005, 0, true, 0xFFFF));
        ALL.put("CRC-16/UMTS", new Crc(16, 0x8005, 0, false, 0));
        ALL.put("CRC-16/IBM-3740", new Crc(16, 0x1021, 0xFFFF, false, 0));
        ALL.put("CRC-16/CCITT-FALSE", new Crc(16, 0x1021, 0xFFFF, false, 0));
        ALL.put("CRC-16/XMODEM", new Crc(16, 0x1021, 0, false, 0));
        ALL.put("CRC-16/GENIBUS", new Crc(16, 0x1021, 0xFFFF, false, 0xFFFF));
        ALL.put("CRC-16/KERMIT", new Crc(16, 0x1021, 0, true, 0));
        ALL.put("CRC-16/MCRF4XX", new Crc(16, 0x1021, 0xFFFF, true, 0));
        ALL.put("CRC-16/IBM-SDLC", new Crc(16, 0x1021, 0xFFFF, true, 0xFFFF));
        ALL.put("CRC-16/X-25", new Crc(16, 0x1021, 0xFFFF, true, 0xFFFF));
        ALL.put("CRC-16/DNP", new Crc(16, 0x3D65, 0, true, 0xFFFF));
        ALL.put("CRC-16/CDMA2000", new Crc(16, 0xC867, 0xFFFF, false, 0));
        ALL.put("CRC-16/CMS", new Crc(16, 0x8005, 0xFFFF, false, 0));
        ALL.put("CRC-16/DDS-110", new Crc(16, 0x8005, 0x800D, false, 0));
        ALL.put("CRC-16/DECT-R", new Crc(16, 0x0589, 0, false, 1));
        ALL.put("CRC-16/DECT-X", new Crc(16, 0x0589, 0, false, 0));
        ALL.put("CRC-16/EN-13757", new Crc(16, 0x3D65, 0, false, 0xFFFF));
        ALL.put("CRC-16/GSM", new Crc(16, 0x1021, 0, false, 0xFFFF));
        ALL.put("CRC-16/ISO-IEC-14443-3-A", new Crc(16, 0x1021, 0xC6C6, true, 0));
        ALL.put("CRC-16/LJ1200", new Crc(16, 0x6F63, 0, false, 0));
        ALL.put("CRC-16/M17", new Crc(16, 0x5935, 0xFFFF, false, 0));
        ALL.put("CRC-16/NRSC-5", new Crc(16, 0x080B, 0xFFFF, true, 0));
        ALL.put("CRC-16/OPENSAFETY-A", new Crc(16, 0x5935, 0, false, 0));
        ALL.put("CRC-16/OPENSAFETY-B", new Crc(16, 0x755B, 0, false, 0));
        ALL.put("CRC-16/PROFIBUS", new Crc(16, 0x1DCF, 0xFFFF, false, 0xFFFF));
        ALL.put("CRC-16/RIELLO", new Crc(16, 0x1021, 0xB2AA, true, 0));
        ALL.put("CRC-16/SPI-FUJITSU", new Crc(16, 0x1021, 0x1D0F, false, 0));
        ALL.put("CRC-16/T10-DIF", new Crc(16, 0x8BB7, 0, false, 0));
        ALL.put("CRC-16/TELEDISK", new Crc(16, 0xA097, 0, false, 0));
        ALL.put("CRC-16/TMS37157", new Crc(16, 0x1021, 0x89EC, true, 0));
        ALL.put("CRC-32/ISO-HDLC", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, true, 0xFFFFFFFFL));
        ALL.put("CRC-32/JAMCRC", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, true, 0));
        ALL.put("CRC-32/BZIP2", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, false, 0xFFFFFFFFL));
        ALL.put("CRC-32/MPEG-2", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, false, 0));
        ALL.put("CRC-32/CKSUM", new Crc(32, 0x04C11DB7L, 0, false, 0xFFFFFFFFL));
        ALL.put("CRC-32/ISCSI", new Crc(32, 0x1EDC6F41L, 0xFFFFFFFFL, true, 0xFFFFFFFFL));
    }

    private CheckCatalogue() {}

    /** The sum of the bytes, and above it the sum of those sums, each modulo the same number: Fletcher's is 255, u-blox's 256. */
    private static LongBinaryOperator fletcher(int modulus) {
        return (sums, octet) -> {
            long first = ((sums & 0xFF) + octet) % modulus;
            return ((sums >> 8) + first) % modulus << 8 | first;
        };
    }

    /** All, by name. */
    static Map<String, CheckAlgorithm> all() {
        return ALL;
    }
}
