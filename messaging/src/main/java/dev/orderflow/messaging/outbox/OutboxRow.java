package dev.orderflow.messaging.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that waits to be published. Written by Hibernate, so that it joins the batch of the transaction's other
 * inserts; read and deleted by {@link RelayPass}. The database adds its sequence number and time.
 */
@Entity
@Table(name = "outbox")
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
public class OutboxRow {

    @Id
    private UUID id;

    private String topic;

    @Column(name = "record_key")
    private @Nullable String key;

    private @Nullable String payload;

    private String headers;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected OutboxRow() {}

    OutboxRow(UUID id, String topic, @Nullable String key, @Nullable String payload, String headers) {
        this.id = id;
        this.topic = topic;
        this.key = key;
        this.payload = payload;
        this.headers = headers;
    }
}
