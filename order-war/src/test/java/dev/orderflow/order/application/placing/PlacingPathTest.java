package dev.orderflow.order.application.placing;

import static dev.orderflow.chassis.harness.Wiring.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.placing.Placements;
import dev.orderflow.order.rest.order.OrdersResource;
import dev.orderflow.order.rest.order.PlaceOrderRequest;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacingPathTest {

    /** Two more frames are the adapter, which runs the statement through Sql. */
    @Test
    void four_frames_lead_from_the_resource_to_the_database() {
        List<String> frames = new ArrayList<>();
        var placements = (Placements) Proxy.newProxyInstance(
                Placements.class.getClassLoader(), new Class<?>[] {Placements.class}, (proxy, method, arguments) -> {
                    StackWalker.getInstance().walk(stack -> frames.addAll(ours(stack)));
                    throw new IllegalStateException("far enough");
                });
        var groupCommit = wire(new OrderGroupCommit(), open(), wire(new PlaceOrder(), placements));
        groupCommit.limitTransactions(1);
        var resource = wire(new OrdersResource(), groupCommit);
        var request = new PlaceOrderRequest("c-1", List.of(new PlaceOrderRequest.Line("BOOK", 1)), "tok_approve");

        assertThatThrownBy(() -> resource.place("key", request)).hasMessage("far enough");
        assertThat(frames)
                .containsExactly(
                        "PlaceOrder.place",
                        "OrderGroupCommit.placeBatch",
                        "OrderGroupCommit.place",
                        "OrdersResource.place");
    }

    /** Returns the frames of this service, without those of its tests. */
    private static List<String> ours(Stream<StackFrame> stack) {
        return stack.filter(frame -> frame.getClassName().startsWith("dev.orderflow.order.")
                        && !frame.getClassName().contains("Test"))
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + '.' + frame.getMethodName())
                .toList();
    }

    private static AdmissionControl open() {
        return new AdmissionControl() {
            @Override
            @Nullable
            Refused enter() {
                return null;
            }

            @Override
            void leave() {
                // There is room.
            }
        };
    }
}
