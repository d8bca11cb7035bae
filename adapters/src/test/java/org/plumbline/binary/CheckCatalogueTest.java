package org.plumbline.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check values of "123456789"; those of the CRCs are printed in the catalogue of parametrised CRC algorithms. */
class CheckCatalogueTest {

    private static final String[] ROWS = {
        "SUM-8, DD",
        "SUM-8/INVERTED, 22",
        "SUM-8/NEGATED, 23",
        "SUM-16, 1DD",
        "XOR-8, 31",
        "FLETCHER-16, 1EDE",
        "FLETCHER-16/UBX, 15DD",
        "CRC-8/SMBUS, F4",
        "CRC-8/I-432-1, A1",
        "CRC-8/ROHC, D0",
        "CRC-8/MAXIM-DOW, A1",
        "CRC-8/NRSC-5, F7",
        "CRC-8/SAE-J1850, 4B",
        "CRC-8/AUTOSAR, DF",
        "CRC-8/DVB-S2, BC",
        "CRC-16/ARC, BB3D",
        "CRC-16/MODBUS, 4B37",
        "CRC-16/USB, B4C8",
        "CRC-16/MAXIM-DOW, 44C2",
        "CRC-16/UMTS, FEE8",
        "CRC-16/IBM-3740, 29B1",
        "CRC-16/CCITT-FALSE, 29B1",
        "CRC-16/XMODEM, 31C3",
        "CRC-16/GENIBUS, D64E",
        "CRC-16/KERMIT, 2189",
        "CRC-16/MCRF4XX, 6F91",
        "CRC-16/IBM-SDLC, 906E",
        "CRC-16/X-25, 906E",
        "CRC-16/DNP, EA82",
        "CRC-16/CDMA2000, 4C06",
        "CRC-16/CMS, AEE7",
        "CRC-16/DDS-110, 9ECF",
        "CRC-16/DECT-R, 7E",
        "CRC-16/DECT-X, 7F",
        "CRC-16/EN-13757, C2B7",
        "CRC-16/GSM, CE3C",
        "CRC-16/ISO-IEC-14443-3-A, BF05",
        "CRC-16/LJ1200, BDF4",
        "CRC-16/M17, 772B",
        "CRC-16/NRSC-5, A066",
        "CRC-16/OPENSAFETY-A, 5D38",
        "CRC-16/OPENSAFETY-B, 20FE",
        "CRC-16/PROFIBUS, A819",
        "CRC-16/RIELLO, 63D0",
        "CRC-16/SPI-FUJITSU, E5CC",
        "CRC-16/T10-DIF, D0DB",
        "CRC-16/TELEDISK, FB3",
        "CRC-16/TMS37157, 26B1",
        "CRC-32/ISO-HDLC, CBF43926",
        "CRC-32/JAMCRC, 340BC6D9",
        "CRC-32/BZIP2, FC891918",
        "CRC-32/MPEG-2, 376E6E7",
        "CRC-32/CKSUM, 765E7680",
        "CRC-32/ISCSI, E3069283",
    };

    @Test
    void everyAlgorithmGivesItsPublishedCheckValue() {
        byte[] digits = ".123456789.".getBytes(StandardCharsets.US_ASCII);
        assertThat(CheckCatalogue.all().entrySet().stream().map(each -> "%s, %X"
                        .formatted(each.getKey(), each.getValue().of(digits, 1, 10))))
                .containsExactly(ROWS);
    }

    /** CRC-12/UMTS is the one of the catalogue whose bytes and result are not turned alike; this has its form with 16 bits. */
    @Test
    void bytesAndResultAreTurnedEachByItself() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(new Crc(16, 0x8005, 0, false, true, 0).of(digits, 0, 9)).isEqualTo(turned(0xFEE8));
        assertThat(new Crc(16, 0x8005, 0, true, false, 0).of(digits, 0, 9)).isEqualTo(turned(0xBB3D));
    }

    private static long turned(int value) {
        return Integer.reverse(value) >>> 16;
    }

    @ParameterizedTest
    @CsvSource({"FLETCHER-16, 2", "XOR-8, 1", "SUM-16, 2", "CRC-8/SMBUS, 1", "CRC-16/DNP, 2", "CRC-32/ISCSI, 4"})
    void knowsItsSize(String name, int size) {
        assertThat(Objects.requireNonNull(CheckCatalogue.all().get(name)).size())
                .isEqualTo(size);
        assertThat(Arrays.stream(ROWS)).anyMatch(row -> row.startsWith(name + ","));
    }
}
