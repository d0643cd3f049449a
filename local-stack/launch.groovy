// Runs the launcher on the JDK of the toolchain and waits for it to end, even if Maven is stopped.
// The exec plugins would end with Maven while the stack is still shutting down.
//
// `mvn -Plocal` runs this script twice. In the root project, which is built first, it launches the result of the previous build
// if no input has changed since. In the last module, it launches the result of this build.
import java.nio.file.FileVisitResult
import java.security.MessageDigest
import java.util.concurrent.TimeUnit
import groovy.io.FileType
import org.apache.maven.plugin.MojoFailureException

def root = new File(project.properties['orderflow.root'].toString())
def record = new File(root, 'target/launch.properties')
def runner = session.allProjects.find { it.artifactId == 'local-stack-run' }
def modules = session.projectDependencyGraph.getUpstreamProjects(runner, true)*.basedir.findAll { it != root }

// Covers paths, sizes and times of all inputs and of the built archives.
def fingerprint = {
    def digest = MessageDigest.getInstance('SHA-256')
    def add = { digest.update("$it\n".toString().bytes) }
    def addFile = { add("$it ${it.length()} ${it.lastModified()}") }
    add(session.userProperties.sort())
    addFile(new File(root, 'pom.xml'))
    modules.sort().each { module ->
        def files = []
        module.traverse(type: FileType.FILES, preDir: { it.name == 'target' ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE }) { files << it }
        files.addAll(new File(module, 'target').listFiles().findAll { it.name =~ /\.[jw]ar$/ } ?: [])
        files.sort().each(addFile)
    }
    digest.digest().encodeHex().toString()
}

def classPath
if (project != runner) {
    def last = new Properties()
    if (!session.goals.empty || !record.exists()) {
        return
    }
    record.withInputStream { last.load(it) }
    if (last.fingerprint != fingerprint()) {
        return
    }
    println 'Nothing has changed since the last build.'
    classPath = last.classPath
} else {
    classPath = project.runtimeClasspathElements.join(File.pathSeparator)
    def built = new Properties()
    built.fingerprint = fingerprint()
    built.classPath = classPath
    record.withOutputStream { built.store(it, 'What `mvn -Plocal` has built') }
}

def jdk = session.lookup('org.apache.maven.toolchain.ToolchainManager').getToolchainFromBuildContext('jdk', session)
def java = jdk ? jdk.findTool('java') : "${System.getProperty('java.home')}/bin/java"
def command = [
    java, '-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1',
    '-Dorderflow.stopWithParent=true', "-Dorderflow.root=$root",
    '-cp', classPath,
    'dev.orderflow.localstack.launcher.Launcher', project.properties['orderflow.launch']
]
// Standard input is a pipe from Maven. If Maven is killed, the launcher reads the end of the stream and stops.
def launcher = new ProcessBuilder(command*.toString()).inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start()
def stop = new Thread({
    // Process.destroy() would also close the pipe, as if Maven had been killed, and so interrupt the orderly stop.
    launcher.toHandle().destroy()
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
