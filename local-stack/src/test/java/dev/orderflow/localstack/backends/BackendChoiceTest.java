package dev.orderflow.localstack.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.files.RepositoryCheckout;
import org.junit.jupiter.api.Test;

class BackendChoiceTest {
    @Test
    void the_images_and_their_tags_are_those_of_compose() {
        assertThat(BackendKind.images(RepositoryCheckout.locate()))
                .hasSize(3)
                .allSatisfy(image -> assertThat(image).matches("(postgres|apache/kafka|valkey/valkey):[0-9.]+"));
    }

    @Test
    void an_unknown_wish_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> BackendChoice.of("podman"))
                .isInstanceOf(StackFailure.class)
                .hasMessage("orderflow.backends=podman is none of auto, containers, embedded.");
    }
}
