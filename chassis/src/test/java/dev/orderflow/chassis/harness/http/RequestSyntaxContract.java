package dev.orderflow.chassis.harness.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request to any service has to be written: its fields, and the end and packing of its body. */
public abstract class RequestSyntaxContract extends LettersContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: \tapplication/json \t",
                "Content-Type:application/json\t",
                "Host: \tlocalhost \t",
                "Content-Length: \t48 \t",
                "Accept: application/json\t ",
                "Operator: on-call \t",
                "Sec-Fetch-Site: none \t",
                "X-Forwarded-Proto: http \t",
                "Content-Encoding: identity \t"
            })
    protected void blanks_around_the_value_of_a_field_are_no_part_of_it(String field) throws IOException {
        String name = field.substring(0, field.indexOf(':') + 1);
        List<String> fields = List.of(HOST, JSON, LENGTH, field).stream()
                .filter(other -> other.equals(field) || !other.startsWith(name))
                .toList();

        RawAnswer answer = send("POST", REDRIVE, String.join("\r\n", fields), BODY);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 48\r\nTransfer-Encoding: gzip",
                "Transfer-Encoding: xchunked\r\nContent-Length: 48",
                "Content-Length: 48\r\nTransfer-Encoding: identity",
                "Content-Length: 48\r\nTransfer-Encoding: ",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked \t"
            })
    protected void a_body_whose_end_is_not_clear_is_refused_and_the_connection_is_closed(String length)
            throws IOException {
        for (String path : List.of(REDRIVE, "/nothing")) {
            RawAnswer answer = send("POST", path, String.join("\r\n", HOST, JSON, length), BODY);

            assertProblem(answer, 400, "bad-request");
            assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
        }
    }

    /** Liberty has dropped the others before any code of ours runs; so nothing that follows is read as a request. */
    @Test
    protected void of_two_lengths_the_first_counts_and_the_connection_is_closed() throws IOException {
        String lengths = String.join("\r\n", HOST, JSON, LENGTH, "Content-Length: 120");

        RawAnswer answer =
                send("POST", REDRIVE, lengths, BODY + "GET /api/set-aside HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
    }

    /** The same: what is no number is dropped, and the body is then missing. */
    @ParameterizedTest
    @ValueSource(strings = {"48, 49", "+48", "-1", "0x30", "x", ""})
    protected void a_length_that_is_no_number_is_none(String length) throws IOException {
        RawAnswer answer = send("POST", REDRIVE, String.join("\r\n", HOST, JSON, "Content-Length: " + length), BODY);

        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
    }

    @Test
    protected void the_same_length_twice_and_a_body_in_chunks_are_clear() throws IOException {
        String chunks = "30\r\n" + BODY + "\r\n0\r\n\r\n";
        assertThat(send("POST", REDRIVE, String.join("\r\n", HOST, JSON, LENGTH, LENGTH), BODY)
                        .status())
                .isEqualTo(200);
        assertThat(send("POST", REDRIVE, String.join("\r\n", HOST, JSON, "Transfer-Encoding: Chunked"), chunks)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "br",
                "zlib",
                "zstd",
                "gzip, br",
                "gzip, gzip",
                "gzip\r\nContent-Encoding: br",
                "*",
                "gzip;q=1",
                "x"
            })
    protected void a_body_of_an_unknown_encoding_is_refused(String encoding) throws IOException {
        String fields = String.join("\r\n", HOST, JSON, LENGTH, "Content-Encoding: " + encoding);

        RawAnswer answer = send("POST", REDRIVE, fields, BODY);

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.header("Accept-Encoding")).contains("gzip");
        assertThat(JsonPath.from(answer.text()).getString("detail")).contains("Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    protected void a_compressed_body_is_read(String encoding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(packed)) {
            packer.write(BODY.getBytes(ISO_8859_1));
        }
        String fields =
                String.join("\r\n", HOST, JSON, "Content-Length: " + packed.size(), "Content-Encoding: " + encoding);

        RawAnswer answer = send("POST", REDRIVE, fields, packed.toString(ISO_8859_1));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
