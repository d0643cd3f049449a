package dev.orderflow.systemtests;

import dev.orderflow.localstack.StackPorts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.byteman.agent.install.Install;
import org.jboss.byteman.agent.submit.ScriptText;
import org.jboss.byteman.agent.submit.Submit;

/** Attaches the Byteman agent to a running JVM, to change the behaviour of its classes. */
public final class Byteman {

    private static final String HOST = "127.0.0.1";

    /** By process id, because a JVM accepts the agent only once. */
    private static final Map<Long, Byteman> IN_LIBERTY = new ConcurrentHashMap<>();

    private final Submit agent;

    private Byteman(Submit agent) {
        this.agent = agent;
    }

    /** Byteman in this JVM, which must have been started with {@code -Djdk.attach.allowAttachSelf=true}. */
    public static Byteman here() throws Exception {
        return attach(ProcessHandle.current().pid(), false);
    }

    /**
     * Byteman in a Liberty server, which must have been started with {@link #LIBERTY}.
     *
     * @param pid of the server's JVM
     */
    public static synchronized Byteman inLiberty(long pid) throws Exception {
        Byteman known = IN_LIBERTY.get(pid);
        if (known == null) {
            known = attach(pid, true);
            IN_LIBERTY.put(pid, known);
        }
        return known;
    }

    /**
     * JVM arguments that make Byteman's classes, on the boot class path, visible to Liberty's bundles and
     * applications.
     */
    public static final String LIBERTY =
            "-XX:+EnableDynamicAgentLoading -Dorg.osgi.framework.bootdelegation=org.jboss.byteman.*";

    private static Byteman attach(long pid, boolean boot) throws Exception {
        int port = StackPorts.free().kafka().number();
        Install.install(Long.toString(pid), boot, HOST, port, new String[0]);
        return new Byteman(new Submit(HOST, port));
    }

    /** Installs a script, which may hold several rules. */
    public ScriptText add(String name, String script) throws Exception {
        ScriptText text = new ScriptText(name, script);
        String said = agent.addScripts(List.of(text));
        if (said.contains("ERROR") || said.contains("EXCEPTION")) {
            throw new IllegalArgumentException(said);
        }
        return text;
    }

    /** Restores the original classes. */
    public void remove(ScriptText script) throws Exception {
        agent.deleteScripts(List.of(script));
    }
}
