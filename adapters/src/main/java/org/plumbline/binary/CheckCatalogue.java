package org.plumbline.binary;

import java.util.LinkedHashMap;
import java.util.Map;
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
        ALL.put("CRC-32/ISO-HDLC", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, true, 0xFFFFFFFFL));
        ALL.put("CRC-32/JAMCRC", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, true, 0));
        ALL.put("CRC-32/BZIP2", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, false, 0xFFFFFFFFL));
        ALL.put("CRC-32/MPEG-2", new Crc(32, 0x04C11DB7L, 0xFFFFFFFFL, false, 0));
        ALL.put("CRC-32/CKSUM", new Crc(32, 0x04C11DB7L, 0, false, 0xFFFFFFFFL));
        ALL.put("CRC-32/ISCSI", new Crc(32, 0x1EDC6F41L, 0xFFFFFFFFL, true, 0xFFFFFFFFL));
    }

    private CheckCatalogue() {}

    /** All, by name. */
    static Map<String, CheckAlgorithm> all() {
        return ALL;
    }
}
