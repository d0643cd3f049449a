// Runs the launcher on the JDK of the toolchain and waits for it, also when Maven itself is told to stop:
// the exec plugins end with Maven and would leave the stack to be torn down behind the user's back.
import java.util.concurrent.TimeUnit
import org.apache.maven.plugin.MojoFailureException

def jdk = session.lookup('org.apache.maven.toolchain.ToolchainManager').getToolchainFromBuildContext('jdk', session)
def java = jdk ? jdk.findTool('java') : "${System.getProperty('java.home')}/bin/java"
def command = [
    java, '-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1',
    '-Dorderflow.stopWithParent=true', "-Dorderflow.root=${project.properties['orderflow.root']}",
    '-cp', project.runtimeClasspathElements.join(File.pathSeparator),
    'dev.orderflow.localstack.Launcher', project.properties['orderflow.launch']
]
def launcher = new ProcessBuilder(command*.toString()).inheritIO().start()
def stop = new Thread({
    launcher.destroy()
    launcher.waitFor(60, TimeUnit.SECONDS)
})
Runtime.runtime.addShutdownHook(stop)
def code = launcher.waitFor()
try {
    Runtime.runtime.removeShutdownHook(stop)
} catch (IllegalStateException mavenIsEnding) {
    Thread.currentThread().join()
}
throw new MojoFailureException("Orderflow has stopped with code $code; the reason is above.".toString())
