package badhouse.orderflow.order.domain;

/** Names that say nothing, one of each kind. */
public final class Names {

    private Names() {}

    public interface OrderService {}

    public interface OrdersImpl {}

    public interface OrderUtil {}

    public interface OrderUtils {}

    public interface CommonOrder {}

    public interface OrderDto {}

    public interface OrderHelper {}

    public interface OrderManager {}
}
