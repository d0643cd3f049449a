package dev.orderflow.chassis.http.edge;

import dev.orderflow.chassis.http.RequestLimits;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is in memory. At most one byte more than {@link RequestLimits#BODY_BYTES} is read. If reading
 * failed, the stream throws the same exception at its end.
 */
class BufferedRequest extends HttpServletRequestWrapper {

    private byte[] bytes = {};
    private @Nullable IOException failure;

    BufferedRequest(HttpServletRequest request) {
        super(request);
    }

    /** Blocks until the body is complete or reading fails. */
    void read() {
        try {
            bytes = super.getInputStream().readNBytes(RequestLimits.BODY_BYTES + 1);
        } catch (IOException broken) {
            failure = broken;
        }
    }

    /** Whether the body did not arrive in time. */
    boolean isLate() {
        return failure instanceof SocketTimeoutException;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new BufferedBody(new ByteArrayInputStream(bytes), failure);
    }

    private static final class BufferedBody extends ServletInputStream {

        private final ByteArrayInputStream bytes;
        private final @Nullable IOException failure;

        BufferedBody(ByteArrayInputStream bytes, @Nullable IOException failure) {
            this.bytes = bytes;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            return orFailure(bytes.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return orFailure(bytes.read(into, offset, length));
        }

        private int orFailure(int read) throws IOException {
            if (read < 0 && failure != null) {
                throw failure;
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is in memory; a listener is not supported");
        }
    }
}
