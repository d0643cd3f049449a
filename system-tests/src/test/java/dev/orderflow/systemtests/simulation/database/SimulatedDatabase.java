package dev.orderflow.systemtests.simulation.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A service's database: serial, atomic transactions. Rows keep insertion order, so that a seed is repeatable although
 * ids differ.
 */
public final class SimulatedDatabase {

    private final List<Part> parts = new ArrayList<>();

    /** Events to be published. */
    public final Rows<PublishedMessage> outbox = rows();

    /** Ids of the events that were handled. */
    public final Rows<UUID> inbox = rows();

    /** A participant of transactions. */
    interface Part {
        void commit();

        void rollback();
    }

    /** Entities by key. A transaction works on copies. */
    public static final class Table<K, R> implements Part {
        private final Map<K, R> stored = new LinkedHashMap<>();
        private final Map<K, R> changed = new LinkedHashMap<>();

        /** Returns the row in the current transaction. Its changes are stored at commit. */
        public Optional<R> take(K key) {
            R mine = changed.get(key);
            if (mine == null && stored.containsKey(key)) {
                mine = EntityCopy.of(stored.get(key));
                changed.put(key, mine);
            }
            return Optional.ofNullable(mine);
        }

        /** Returns the row in the current transaction. Its changes are stored only by {@link #put}. */
        public Optional<R> read(K key) {
            R mine = changed.containsKey(key) ? changed.get(key) : stored.get(key);
            return Optional.ofNullable(mine).map(EntityCopy::of);
        }

        /** Stores the row in its present state. */
        public void put(K key, R row) {
            changed.put(key, EntityCopy.of(row));
        }

        public boolean has(K key) {
            return changed.containsKey(key) || stored.containsKey(key);
        }

        public void add(K key, R row) {
            if (has(key)) {
                throw new InvariantViolation("a second row with key " + key);
            }
            changed.put(key, row);
        }

        /** Returns the committed rows. */
        public Collection<R> all() {
            return stored.values();
        }

        @Override
        public void commit() {
            stored.putAll(changed);
            changed.clear();
        }

        @Override
        public void rollback() {
            changed.clear();
        }
    }

    /** Append-only rows. */
    public static final class Rows<R> implements Part {
        public final List<R> stored = new ArrayList<>();
        private final List<R> added = new ArrayList<>();

        public void add(R row) {
            added.add(row);
        }

        @Override
        public void commit() {
            stored.addAll(added);
            added.clear();
        }

        @Override
        public void rollback() {
            added.clear();
        }
    }

    <K, R> Table<K, R> table() {
        return part(new Table<>());
    }

    <R> Rows<R> rows() {
        return part(new Rows<>());
    }

    private <P extends Part> P part(P part) {
        parts.add(part);
        return part;
    }

    /** Runs a transaction. Rolls back if it throws or the server crashes before the commit. */
    public void transact(boolean dies, Runnable work) {
        boolean done = false;
        try {
            work.run();
            done = !dies;
        } finally {
            boolean commit = done;
            parts.forEach(part -> {
                if (commit) {
                    part.commit();
                } else {
                    part.rollback();
                }
            });
        }
    }
}
