package dev.orderflow.audit.sources;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that are sorted by their first column, a UUID, to be merged with those of other databases. */
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

    /** The id of the next row; null when there is none. */
    @Nullable
    public UUID id() {
        return id;
    }

    /** The next row, if it is this one's; null otherwise. */
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

    /** The lesser of two ids as PostgreSQL sorts them: by their bytes, which {@link UUID#compareTo} does not. */
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
