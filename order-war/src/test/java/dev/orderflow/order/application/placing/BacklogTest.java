package dev.orderflow.order.application.placing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.order.domain.stream.Progress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final long FREE = 100;
    private static final long MOST = 50_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Backlog backlog = new Backlog(new Backlog.Limits(FREE, MOST, Duration.ofSeconds(10)));
    private long now = 12345;

    /** A second later: so many are under way, so many were placed, half of them here, and so many have ended. */
    private long look(long underWay, long placed, long ended) {
        now += SECOND;
        return backlog.allowance(now, new Progress(0, underWay, placed, ended), placed / 2);
    }

    @Test
    void takes_everything_that_ends_within_the_customers_patience() {
        look(500, 0, 0);

        assertThat(look(500, 60, 60)).isEqualTo(MOST - 500);
    }

    @Test
    void takes_its_share_of_what_ends_when_orders_would_have_to_wait_for_longer() {
        look(5000, 0, 0);

        assertThat(look(5000, 800, 400)).isEqualTo(190);
        assertThat(backlog.retrySeconds()).isEqualTo(3);
    }

    @Test
    void takes_everything_again_once_the_backlog_is_short_enough() {
        look(5000, 0, 0);
        look(5000, 800, 400);

        assertThat(look(3000, 100, 400)).isEqualTo(MOST - 3000);
    }

    @Test
    void takes_a_few_whatever_the_pace() {
        look(FREE, 0, 0);

        assertThat(look(FREE, 10, 1)).isEqualTo(MOST - FREE);
        assertThat(look(FREE + 1, 10, 1)).isOne();
    }

    @Test
    void takes_everything_while_nothing_ends_up_to_the_most_that_may_be_under_way() {
        look(5000, 800, 400);
        look(5000, 800, 400);
        look(5400, 400, 0);

        assertThat(look(5800, 400, 0)).isEqualTo(MOST - 5800);
        assertThat(look(MOST, 400, 0)).isZero();
        assertThat(look(MOST + 1, 0, 0)).isZero();
    }

    @Test
    void takes_as_much_as_ends_while_the_backlog_of_an_outage_is_cleared() {
        look(30_000, 100, 0);
        look(30_000, 100, 0);
        look(30_000, 100, 0);

        assertThat(look(29_500, 100, 600)).isEqualTo(Math.round(0.95 * 200 / 2));
    }

    @Test
    void knows_no_pace_after_a_silence() {
        look(5000, 0, 0);
        look(5000, 800, 400);
        now += 60 * SECOND;

        assertThat(look(5000, 800, 400)).isEqualTo(MOST - 5000);
    }
}
