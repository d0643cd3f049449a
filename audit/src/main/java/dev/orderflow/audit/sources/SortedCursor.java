package dev.orderflow.audit.sources;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cursor over rows that are sorted by a UUID in their first column, for merging several databases. */
public final class SortedCursor<T> implements AutoCloseable {

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final DatabaseSnapshot.Reader<T> reader;
    private final Function<SQLException, AuditFailure> failure;
    private @Nullable UUID id;

    SortedCursor(
            PreparedStatement statement,
            DatabaseSnapshot.Reader<T> reader,
            Function<SQLException, AuditFailure> failure)
            throws SQLException {
        this.statement = statement;
        this.reader = reader;
        this.failure = failure;
        this.rows = statement.executeQuery();
        this.id = next();
    }

    /** Returns the id of the next row; null after the last one. */
    @Nullable
    public UUID id() {
        return id;
    }

    /** Takes the next row if it has this id; null otherwise. */
    @Nullable
    public T take(UUID wanted) {
        if (!wanted.equals(id)) {
            return null;
        }
        try {
            T row = reader.read(rows);
            id = next();
            return row;
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    private @Nullable UUID next() throws SQLException {
        return rows.next() ? rows.getObject(1, UUID.class) : null;
    }

    /** Returns the lesser of two ids in PostgreSQL's order: by bytes, unlike {@link UUID#compareTo}. */
    public static @Nullable UUID least(@Nullable UUID one, @Nullable UUID other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        int low = Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
        return (high == 0 ? low : high) <= 0 ? one : other;
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }
}
