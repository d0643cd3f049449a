package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.chassis.json.StrictJson;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Reads responses of the gateway instead of the platform's readers. A response that is too large, too slow or malformed
 * is a failure.
 */
public class GatewayAnswerReader implements ReaderInterceptor {

    static final int MOST_BYTES = 1024 * 1024;
    private static final int CHUNK_BYTES = 8 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        return read(context.getInputStream(), context.getType());
    }

    static <T> T read(InputStream in, Class<T> type) throws IOException {
        return StrictJson.read(new String(read(in), UTF_8), type);
    }

    /**
     * Checks for interruption (the timeout) between two chunks. Otherwise, a gateway that sends byte by byte would
     * never time out.
     */
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
