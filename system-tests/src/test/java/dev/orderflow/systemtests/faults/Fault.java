package dev.orderflow.systemtests.faults;

import dev.orderflow.localstack.parts.StackPart;
import dev.orderflow.systemtests.Link;
import java.util.stream.Stream;

/**
 * Something that happens to a part of the system, or to the way to one, and passes.
 *
 * @param target what it happens to: two faults never happen to the same at once
 * @param heal returns when the target is well again
 */
record Fault(String name, Object target, Runnable strike, Runnable heal) {

    /** SIGKILL and a start. */
    static Fault kill(StackPart part) {
        return new Fault("kill " + part.name(), part, part::kill, part::start);
    }

    /** SIGSTOP and SIGCONT. */
    static Fault stop(StackPart part) {
        return new Fault("stop " + part.name(), part, part::pause, part::resume);
    }

    /** Latency, resets, a black hole. */
    static Stream<Fault> of(Link link) {
        return Stream.of(Link.Mode.SLOW, Link.Mode.RESET, Link.Mode.BLACK_HOLE)
                .map(mode -> new Fault(
                        mode + " way to " + link.name(),
                        link,
                        () -> link.become(mode),
                        () -> link.become(Link.Mode.GOOD)));
    }
}
