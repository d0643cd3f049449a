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
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** What a failure means for whoever met it: whether it is worth trying again. */
public enum FailureKind {
    /** Passes by itself: try again for as long as it takes. */
    TRANSIENT,
    /** Never passes, because our own code says so of what it was given: park at once. */
    PERMANENT,
    /**
     * Could be either. A refusal by a constraint is among them: it may be the row's fault, or that of a constraint that
     * refuses all rows.
     */
    UNKNOWN;

    /**
     * SQLSTATE classes: 08 connection, 25 transaction ended by the server, 28 a password or role that is refused, 3D no
     * such database, 40 deadlock and serialization, 53 resources, 55 lock not available, 57 operator intervention, 58
     * system error. Where there is no connection, no event is at fault.
     */
    private static final Set<String> TRANSIENT_SQL = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58");

    /** SQLSTATE class 22. */
    private static final String DATA_EXCEPTION = "22";

    private static final int MAX_CAUSES = 20;

    /** Judges by the first cause, from the outside in, that tells. */
    public static FailureKind of(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            FailureKind kind = ofOne(cause);
            if (kind != UNKNOWN) {
                return kind;
            }
            cause = cause.getCause();
        }
        return UNKNOWN;
    }

    /**
     * Whether the database refuses a value for itself: it is too long, out of range, or has a character that it cannot
     * hold.
     */
    public static boolean isOfValue(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static FailureKind ofOne(Throwable cause) {
        return switch (cause) {
            case PermanentFailure permanent -> PERMANENT;
            case RetryableFailure retryable -> TRANSIENT;
            case OptimisticLockException conflict -> TRANSIENT;
            case PessimisticLockException conflict -> TRANSIENT;
            case LockTimeoutException conflict -> TRANSIENT;
            case QueryTimeoutException timeout -> TRANSIENT;
            // With a cause, the cause tells; without one, the commit was not possible: mostly, the connection was lost.
            case RollbackException rollback when rollback.getCause() == null -> TRANSIENT;
            case SQLTransientException transientFailure -> TRANSIENT;
            case SQLRecoverableException recoverable -> TRANSIENT;
            case SQLNonTransientConnectionException connection -> TRANSIENT;
            case SQLException sql -> ofState(sql.getSQLState());
            case IOException io -> TRANSIENT;
            case TimeoutException timeout -> TRANSIENT;
            case JedisConnectionException redis -> TRANSIENT;
            case StackOverflowError deep -> UNKNOWN;
            case VirtualMachineError exhausted -> TRANSIENT;
            default -> UNKNOWN;
        };
    }

    private static FailureKind ofState(@Nullable String state) {
        return state != null && state.length() >= 2 && TRANSIENT_SQL.contains(state.substring(0, 2))
                ? TRANSIENT
                : UNKNOWN;
    }
}
