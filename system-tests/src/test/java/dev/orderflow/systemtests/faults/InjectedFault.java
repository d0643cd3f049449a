package dev.orderflow.systemtests.faults;

import dev.orderflow.localstack.parts.StackPart;
import dev.orderflow.systemtests.NetworkLink;
import java.util.stream.Stream;

/**
 * A temporary fault of a part or of a connection.
 *
 * @param target affected part; two faults never affect the same one at once
 * @param heal returns when the target is healthy again
 */
record InjectedFault(String name, Object target, Runnable strike, Runnable heal) {

    /** SIGKILL and a restart. */
    static InjectedFault kill(StackPart part) {
        return new InjectedFault("kill " + part.name(), part, part::kill, part::start);
    }

    /** SIGSTOP and SIGCONT. */
    static InjectedFault stop(StackPart part) {
        return new InjectedFault("stop " + part.name(), part, part::pause, part::resume);
    }

    /** Latency, resets, a black hole. */
    static Stream<InjectedFault> of(NetworkLink link) {
        return Stream.of(NetworkLink.Mode.SLOW, NetworkLink.Mode.RESET, NetworkLink.Mode.BLACK_HOLE)
                .map(mode -> new InjectedFault(
                        mode + " way to " + link.name(),
                        link,
                        () -> link.become(mode),
                        () -> link.become(NetworkLink.Mode.GOOD)));
    }
}
