package dev.orderflow.payment.gateway;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Reads the whole of an answer before JSON-B does, which looks for the end of one that breaks off for ever: <code>{"a":{</code>
 * would cost one of the threads that ask the gateway. An answer that is too large or takes too long is a failure like others.
 */
public class WholeAnswer implements ReaderInterceptor {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int CHUNK_BYTES = 8 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] answer = read(context.getInputStream());
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(answer))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
        context.setInputStream(new ByteArrayInputStream(answer));
        return context.proceed();
    }

    /** Looks between any two chunks for the interruption that the time-out is; a gateway that drips would not end before. */
    static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            answer.write(chunk, 0, length);
            if (answer.size() > MOST_BYTES) {
                throw new IOException("The gateway answers with more than " + MOST_BYTES + " bytes");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("The gateway took too long to write its answer");
            }
        }
        return answer.toByteArray();
    }
}
