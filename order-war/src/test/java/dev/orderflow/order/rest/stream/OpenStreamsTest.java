package dev.orderflow.order.rest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenStreamsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final OpenStreams one = new OpenStreams(1, 10, Duration.ofHours(1), () -> {});

    @ParameterizedTest
    @ValueSource(classes = {IOException.class, IllegalStateException.class, AssertionError.class})
    void a_stream_that_cannot_begin_gives_its_place_back(Class<? extends Throwable> failure) {
        AsyncContext broken = context("GET", Map.of("flushBuffer", () -> {
            throw thrown(failure);
        }));

        assertThatThrownBy(() -> one.open(broken, cursor())).isNotInstanceOf(ProblemException.class);

        requireFree();
    }

    @ParameterizedTest
    @ValueSource(classes = {IOException.class, IllegalStateException.class, AssertionError.class})
    void a_stream_that_cannot_go_on_gives_its_place_back(Class<? extends Throwable> failure) {
        one.open(
                context("GET", Map.of("write", () -> {
                    throw thrown(failure);
                })),
                cursor());

        // An Error also ends the writing thread, which reports it.
        await().dontCatchUncaughtExceptions()
                .atMost(LIMIT)
                .until(() -> one.all().isEmpty());
        requireFree();
    }

    @Test
    void a_head_takes_no_place_and_ends() {
        var ended = new AtomicBoolean();

        one.open(
                context("HEAD", Map.of("complete", () -> {
                    ended.set(true);
                    return null;
                })),
                cursor());

        assertThat(ended).isTrue();
        assertThat(one.all()).isEmpty();
        requireFree();
    }

    @Test
    void a_stream_whose_client_is_never_seen_to_go_ends_after_its_longest_life() {
        var brief = new OpenStreams(1, 10, Duration.ZERO, () -> {});
        brief.open(context("GET", Map.of()), cursor());

        brief.beat(Duration.ofHours(1));

        await().atMost(LIMIT).until(() -> brief.all().isEmpty());
    }

    private void requireFree() {
        one.open(context("GET", Map.of()), cursor());
        assertThat(one.all()).hasSize(1);
    }

    private static StreamCursor cursor() {
        return new StreamCursor(null, 0);
    }

    private static Exception thrown(Class<? extends Throwable> failure) throws Exception {
        Throwable made = failure.getDeclaredConstructor().newInstance();
        if (made instanceof Error error) {
            throw error;
        }
        return (Exception) made;
    }

    /** Returns a context whose request, response and stream implement only the given methods. */
    private static AsyncContext context(String method, Map<String, Callable<Object>> behaviour) {
        var out = new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(jakarta.servlet.WriteListener listener) {}

            @Override
            public void write(int octet) throws IOException {
                try {
                    behaviour.getOrDefault("write", () -> null).call();
                } catch (IOException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        HttpServletRequest request = stub(HttpServletRequest.class, Map.of("getMethod", () -> method));
        HttpServletResponse response = stub(
                HttpServletResponse.class,
                Map.of(
                        "getOutputStream",
                        () -> out,
                        "flushBuffer",
                        behaviour.getOrDefault("flushBuffer", OpenStreamsTest::nothing)));
        return stub(
                AsyncContext.class,
                Map.of(
                        "getRequest",
                        () -> request,
                        "getResponse",
                        () -> response,
                        "complete",
                        behaviour.getOrDefault("complete", OpenStreamsTest::nothing)));
    }

    @SuppressWarnings("NullAway")
    private static Object nothing() {
        return null;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private static <T> T stub(Class<T> type, Map<String, Callable<Object>> behaviour) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> behaviour
                        .getOrDefault(method.getName(), OpenStreamsTest::nothing)
                        .call());
    }
}
