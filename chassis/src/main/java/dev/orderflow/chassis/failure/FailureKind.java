package dev.orderflow.chassis.failure;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Whether a failure is worth a retry. */
public enum FailureKind {
    /** Will pass: retry until it succeeds. */
    TRANSIENT,
    /** Will never pass, because our own code rejects the input: park the event at once. */
    PERMANENT,
    /**
     * Could be either. Constraint violations belong here: the row may be wrong, or the constraint may reject all rows.
     */
    UNKNOWN;

    /**
     * SQLSTATE classes: 08 connection, 25 transaction ended by the server, 28 rejected password or role, 3D no such
     * database, 40 deadlock and serialization, 53 resources, 55 lock not available, 57 operator intervention, 58 system
     * error. Without a connection no event is at fault.
     */
    private static final Set<String> TRANSIENT_SQL = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58");

    /** SQLSTATE class 22. */
    private static final String DATA_EXCEPTION = "22";

    private static final int MAX_CAUSES = 20;

    /** Uses the outermost exception of the chain that determines the kind. */
    public static FailureKind of(Throwable failure) {
        return causes(failure)
                .map(FailureKind::ofOne)
                .filter(kind -> kind != UNKNOWN)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /**
     * Whether the database rejects a value: it is too long, out of range, or contains a character that cannot be
     * stored.
     */
    public static boolean isOfValue(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION));
    }

    /** The failure and its causes, from the outside in. */
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES);
    }

    static FailureKind ofOne(Throwable cause) {
        return switch (cause) {
            case PermanentFailure permanent -> PERMANENT;
            case RetryableFailure retryable -> TRANSIENT;
            case OptimisticLockException conflict -> TRANSIENT;
            case PessimisticLockException conflict -> TRANSIENT;
            case LockTimeoutException conflict -> TRANSIENT;
            case QueryTimeoutException timeout -> TRANSIENT;
            // With a cause, the cause determines the kind. Without one the commit failed, usually because the
            // connection was lost.
            case RollbackException rollback when rollback.getCause() == null -> TRANSIENT;
            case SQLTransientException transientFailure -> TRANSIENT;
            case SQLRecoverableException recoverable -> TRANSIENT;
            case SQLNonTransientConnectionException connection -> TRANSIENT;
            case SQLException sql -> hasTransientState(sql.getSQLState()) ? TRANSIENT : UNKNOWN;
            case IOException io -> TRANSIENT;
            case TimeoutException timeout -> TRANSIENT;
            case JedisConnectionException redis -> TRANSIENT;
            case StackOverflowError deep -> UNKNOWN;
            case VirtualMachineError exhausted -> TRANSIENT;
            default -> UNKNOWN;
        };
    }

    static boolean hasTransientState(@Nullable String state) {
        return state != null && state.length() >= 2 && TRANSIENT_SQL.contains(state.substring(0, 2));
    }
}
