package dev.orderflow.systemtests.sabotage;

import dev.orderflow.systemtests.Byteman;
import org.jboss.byteman.agent.submit.ScriptText;
import org.jspecify.annotations.Nullable;

/** Changes classes of this JVM by Byteman rules until it is closed. */
final class InstrumentedClasses implements AutoCloseable {

    private static @Nullable Byteman agent;

    private final ScriptText script;

    private InstrumentedClasses(ScriptText script) {
        this.script = script;
    }

    /** Installs a script of one or more rules. */
    static InstrumentedClasses by(String script) throws Exception {
        return new InstrumentedClasses(agent().add("sabotage.btm", script));
    }

    @Override
    public String toString() {
        return script.getText();
    }

    private static synchronized Byteman agent() throws Exception {
        if (agent == null) {
            agent = Byteman.here();
        }
        return agent;
    }

    @Override
    public void close() {
        try {
            agent().remove(script);
        } catch (Exception e) {
            throw new IllegalStateException("Classes stay bent", e);
        }
    }
}
