package dev.orderflow.chassis.harness.http;

import static dev.orderflow.chassis.harness.http.RawRequest.utf8;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values that programs stumble over. Each is drawn from the given random numbers and nothing else. */
public final class OddValues {

    private static final String EMOJI = utf8("\uD83D\uDE80");
    private static final String RTL = utf8("\u202E\u05D0\u05D1");
    private static final String LETTERS_64 = "abcdefgh".repeat(8);

    private static final List<String> JSON_TEXTS = List.of(
            "\"\"",
            "\" \"",
            "\"a b\"",
            "\".\"",
            "\"..\"",
            "\"\\u200b\"",
            "\"\\u3164 \\ufe0f\"",
            "\"\\u0301\"",
            "\"%s\"".formatted(LETTERS_64),
            "\"%sx\"".formatted(LETTERS_64),
            "\"%s\"".formatted("n".repeat(200)),
            "\"%s\"".formatted("n".repeat(201)),
            "\"%s\"".formatted(utf8("\u00E9").repeat(64)),
            "\"%s\"".formatted(EMOJI),
            "\"%s\"".formatted(RTL),
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"a\\u0007b\"",
            "\"a\\u007fb\"",
            "\"a\\u0085b\"",
            "\"a\\nb\"",
            "\"a\nb\"",
            "\"a\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ufffe\"",
            "\"\\x41\"",
            "\"\\u12\"",
            "\"\u00FF\u00FE\"",
            "\"\u00C0\u0080\"",
            "\"\u00ED\u00A0\u0080\"",
            "\"'; drop table orders; --\"",
            "\"${jndi:ldap://127.0.0.1/a}\"",
            "\"<script>alert(1)</script>\"",
            "\"../../etc/passwd\"",
            "\"null\"",
            "'single'");

    private static final List<String> JSON_NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "99",
            "10000",
            "10001",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "4294967297",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1000000000",
            "1000000001",
            "1.0",
            "1.5",
            "1e0",
            "1e2",
            "1E+2",
            "1e-1",
            "1e400",
            "1e999999999",
            "1e-999999999",
            "0.1e1",
            "01",
            "+1",
            ".5",
            "1.",
            "0x10",
            "NaN",
            "Infinity",
            "-Infinity",
            "123456789012345678901234567890",
            "\"1\"",
            "\"many\"");

    private static final List<String> JSON_OTHERS = List.of(
            "null", "true", "false", "[]", "{}", "[[]]", "[null]", "{\"a\":{\"b\":[1,{\"c\":null}]}}", "", "undefined");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            " ",
            "\t",
            "x".repeat(128),
            "x".repeat(129),
            "x".repeat(5000),
            "a b",
            "\"",
            "\"\"",
            "\"1",
            "W/\"1\"",
            "W/",
            "*",
            "*, \"1\"",
            "\"0\", \"1\"",
            "\"0\",,\"1\"",
            ",",
            ";",
            "=",
            "/",
            "null",
            "-1",
            "%00",
            "\u0001",
            "a\u0000b",
            "\u00E9",
            EMOJI,
            RTL,
            "'; drop table orders; --",
            "${jndi:ldap://127.0.0.1/a}",
            "<b>");

    private static final List<String> QUERY_VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "100",
            "101",
            "2147483648",
            "1.5",
            "1e2",
            "NaN",
            "null",
            "true",
            "+1",
            "%31",
            "%2B1",
            "%00",
            "%0a",
            "%",
            "%4",
            "%zz",
            "%ff",
            "%c0%80",
            "%ed%a0%80",
            "%f0%9f%9a%80",
            "%E2%80%AE",
            "%25",
            "%2F",
            "%2e%2e",
            ";",
            "[]",
            "{}",
            "a%20b",
            "a+b",
            "\u00E9",
            "'",
            "%27%20or%201=1--",
            LETTERS_64,
            LETTERS_64 + "x",
            "x".repeat(2000));

    private OddValues() {}

    /** One of them. */
    public static <T> T any(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Happens in so many of a hundred cases. */
    public static boolean percent(RandomGenerator random, int cases) {
        return random.nextInt(100) < cases;
    }

    /** A JSON value as it is written, or what only looks like one. */
    public static String json(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> any(random, JSON_TEXTS);
            case 2, 3 -> any(random, JSON_NUMBERS);
            default -> any(random, JSON_OTHERS);
        };
    }

    public static String header(RandomGenerator random) {
        return any(random, HEADER_VALUES);
    }

    /** Part of a query or of a path, as it is written. */
    public static String query(RandomGenerator random) {
        return any(random, QUERY_VALUES);
    }

    /** The text with one thing broken: cut off, a byte changed, inserted, removed, or a part of it repeated. */
    public static String broken(RandomGenerator random, String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        char octet = (char) random.nextInt(256);
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + octet + text.substring(at + 1);
            case 2 ->
                text.substring(0, at) + (char) (text.charAt(at) ^ (1 << random.nextInt(8))) + text.substring(at + 1);
            case 3 -> text.substring(0, at) + octet + text.substring(at);
            case 4 -> text.substring(0, at) + text.substring(end);
            default -> text.substring(0, end) + text.substring(at);
        };
    }
}
