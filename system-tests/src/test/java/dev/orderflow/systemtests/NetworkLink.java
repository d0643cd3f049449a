package dev.orderflow.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A TCP proxy between two parts of the system, which can inject network faults. */
public final class NetworkLink implements AutoCloseable {

    private static final int BUFFER_BYTES = 16_384;
    private static final long LATENCY_MS = 300;

    /** The state of the link. */
    public enum Mode {
        GOOD,
        /** All data arrive 300 ms late. */
        SLOW,
        /** Every open and new connection is reset. */
        RESET,
        /** Data are held back without an error, and delivered once the link is healthy. */
        BLACK_HOLE
    }

    private final String name;
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Mode mode = Mode.GOOD;

    /** Creates a healthy link to a port of this machine. */
    NetworkLink(String name, int target) {
        this.name = name;
        this.target = target;
        try {
            this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::acceptAll);
    }

    public String name() {
        return name;
    }

    public int port() {
        return server.getLocalPort();
    }

    public void become(Mode next) {
        lock.lock();
        try {
            mode = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (next == Mode.RESET) {
            open.forEach(NetworkLink::reset);
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            pass();
            Socket part = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(part);
            threads.execute(() -> pump(client, part));
            pump(part, client);
        } catch (IOException refused) {
            reset(client);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                pass();
                out.write(buffer, 0, count);
            }
        } catch (IOException ended) {
            reset(to);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Returns when the data may be delivered. */
    private void pass() throws IOException, InterruptedException {
        lock.lock();
        try {
            while (mode == Mode.BLACK_HOLE) {
                changed.await();
            }
            if (mode == Mode.SLOW) {
                long left = TimeUnit.MILLISECONDS.toNanos(LATENCY_MS);
                while (left > 0 && mode == Mode.SLOW) {
                    left = changed.awaitNanos(left);
                }
            }
            if (mode == Mode.RESET) {
                throw new IOException("reset");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Resets the connection instead of closing it. */
    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It was closed before, so the peer is already notified.
            assert socket.isClosed();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        become(Mode.RESET);
        threads.shutdownNow();
    }
}
