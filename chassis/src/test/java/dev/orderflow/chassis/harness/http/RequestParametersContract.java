package dev.orderflow.chassis.harness.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import dev.orderflow.chassis.harness.openapi.Operation;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which query parameters and ids any service takes. */
public abstract class RequestParametersContract extends LettersContract {

    @ParameterizedTest
    @CsvSource({
        "GET, ?stauts=PARKED, stauts",
        "GET, ?status=PARKED&Limit=1, Limit",
        "GET, ?limit=1&=2, ''",
        "GET, ?limit, limit",
        "GET, ?dryRun=true, dryRun",
        "GET, ?limit=1&limit=2, limit",
        "GET, ?limit=1&lim%69t=1, limit",
        "GET, /01a206f8-021f-7798-a2bc-15cc07700889?limit=1, limit",
        "POST, /redrive?dryrun=true, dryrun",
        "POST, /redrive?dryRun=true&dryRun=true, dryRun",
        "POST, /01a206f8-021f-7798-a2bc-15cc07700889/redrive?dry_run=true, dry_run",
        "DELETE, /01a206f8-021f-7798-a2bc-15cc07700889?reason=a&operator=b, operator",
        "DELETE, /01a206f8-021f-7798-a2bc-15cc07700889?reason=%E2%80%8B%CC%81, reason"
    })
    protected void a_query_parameter_that_is_unknown_repeated_or_wrong_is_refused_and_named(
            String method, String target, String field) throws IOException {
        boolean hasBody = target.startsWith("/redrive");
        String fields = String.join("\r\n", HOST, hasBody ? JSON + "\r\n" + LENGTH : "Content-Length: 0");

        RawAnswer answer = send(method, LETTERS + target, fields, hasBody ? BODY : "");

        assertProblem(answer, 400, "invalid-request");
        assertThat(JsonPath.from(answer.text()).getList("errors.field")).containsExactly(field);
    }

    @Test
    protected void the_refusal_of_an_unknown_parameter_says_which_are_known() throws IOException {
        JsonPath list =
                JsonPath.from(send("GET", LETTERS + "?stauts=PARKED", HOST, "").text());
        assertThat(list.getString("errors[0].message")).contains("takes after, channel, limit, status, type");
        JsonPath letter =
                JsonPath.from(send("GET", "/api/set-aside?x=1", HOST, "").text());
        assertThat(letter.getString("errors[0].message")).contains("takes none");
    }

    @Test
    protected void every_parameter_that_is_known_is_documented_and_no_other() throws IOException {
        String fields = String.join("\r\n", HOST, JSON, "Content-Length: 0");
        for (Operation operation : OpenApiDocument.of(server).operations()) {
            String path = operation.path().replaceAll("\\{[^}]*}", ID);
            RawAnswer answer = send(operation.method(), path + "?unheard=of", fields, "");
            assertProblem(answer, 400, "invalid-request");
            Set<String> documented = new TreeSet<>(operation.queryParameters());
            assertThat(JsonPath.from(answer.text()).getString("errors[0].message"))
                    .as(operation.toString())
                    .endsWith(documented.isEmpty() ? " takes none" : " takes " + String.join(", ", documented));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live?x=1&x=2", "/openapi?format=JSON&x=1", LETTERS + "?", LETTERS + "?&&"})
    protected void what_takes_no_parameters_of_ours_is_asked_with_any(String target) throws IOException {
        assertThat(send("GET", target, HOST, "").status()).isEqualTo(200);
    }

    /** Java reads them as if the zeros were there. */
    @Test
    protected void an_id_with_its_zeros_left_out_is_no_id() throws IOException {
        for (String id : List.of("1-1-1-1-1", "1a206f8-21f-7798-a2bc-15cc07700889", ID + "0", "0" + ID)) {
            assertProblem(send("GET", LETTERS + "/" + id, HOST, ""), 404, "not-found");
            assertProblem(send("GET", LETTERS + "?after=" + id, HOST, ""), 400, "invalid-request");

            String body = BODY.replace(ID, id);
            RawAnswer answer =
                    send("POST", REDRIVE, String.join("\r\n", HOST, JSON, "Content-Length: " + body.length()), body);
            assertProblem(answer, 400, "malformed-json");
            assertThat(JsonPath.from(answer.text()).getString("errors[0].field"))
                    .isEqualTo("ids[0]");
        }
        assertProblem(send("GET", LETTERS + "/" + ID.toUpperCase(Locale.ROOT), HOST, ""), 404, "unknown-dead-letter");
    }
}
