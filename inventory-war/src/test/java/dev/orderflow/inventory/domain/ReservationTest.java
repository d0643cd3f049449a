package dev.orderflow.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockItem;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationTest {

    private final StockItem books = new StockItem("BOOK", 10);
    private final StockItem mugs = new StockItem("MUG", 1);
    private final Map<String, StockItem> items = Map.of("BOOK", books, "MUG", mugs);
    private final Reservation reservation = new Reservation(UUID.randomUUID());

    @Test
    void a_reservation_holds_all_lines() {
        assertThat(reservation.reserve(Map.of("BOOK", 3, "MUG", 1), items)).isEqualTo(StockEffect.HOLD);

        assertThat(reservation.status()).isEqualTo(ReservationStatus.HELD);
        assertThat(reservation.lines()).isEqualTo(Map.of("BOOK", 3, "MUG", 1));
        assertThat(books.balance()).isEqualTo(new StockBalance("BOOK", 10, 3, 0));
        assertThat(mugs.balance()).isEqualTo(new StockBalance("MUG", 1, 1, 0));
    }

    @Test
    void a_reservation_holds_nothing_if_one_line_falls_short() {
        assertThat(reservation.reserve(Map.of("BOOK", 3, "MUG", 2), items)).isEqualTo(StockEffect.REFUSE);

        assertThat(reservation.status()).isEqualTo(ReservationStatus.RELEASED);
        assertThat(reservation.lines()).isEmpty();
        assertThat(books.available()).isEqualTo(10);
        assertThat(mugs.available()).isEqualTo(1);
    }

    @Test
    void a_reservation_names_every_line_that_falls_short_and_an_unknown_sku_is_one() {
        assertThat(Reservation.shortages(Map.of("BOOK", 10, "MUG", 2, "NOPE", 1), items))
                .containsExactlyInAnyOrder(new Shortage("MUG", 2, 1), new Shortage("NOPE", 1, 0));
    }

    @Test
    void a_reservation_sells_what_it_holds() {
        reservation.reserve(Map.of("BOOK", 3), items);

        assertThat(reservation.commit(items)).isEqualTo(StockEffect.SELL);

        assertThat(reservation.status()).isEqualTo(ReservationStatus.COMMITTED);
        assertThat(books.balance()).isEqualTo(new StockBalance("BOOK", 7, 0, 0));
    }

    @Test
    void a_reservation_gives_back_what_it_holds() {
        reservation.reserve(Map.of("BOOK", 3), items);

        assertThat(reservation.release(items)).isEqualTo(StockEffect.GIVE_BACK);

        assertThat(reservation.status()).isEqualTo(ReservationStatus.RELEASED);
        assertThat(books.balance()).isEqualTo(new StockBalance("BOOK", 10, 0, 0));
    }

    @Test
    void a_reservation_holds_nothing_after_a_release_that_came_first() {
        assertThat(reservation.release(Map.of())).isEqualTo(StockEffect.TOMBSTONE);

        assertThat(reservation.reserve(Map.of("BOOK", 3), items)).isEqualTo(StockEffect.NONE);

        assertThat(reservation.status()).isEqualTo(ReservationStatus.RELEASED);
        assertThat(books.available()).isEqualTo(10);
    }

    @Test
    void a_reservation_sells_nothing_that_was_given_back() {
        reservation.reserve(Map.of("BOOK", 3), items);
        reservation.release(items);

        assertThat(reservation.commit(items)).isEqualTo(StockEffect.NONE);

        assertThat(books.balance()).isEqualTo(new StockBalance("BOOK", 10, 0, 0));
    }
}
