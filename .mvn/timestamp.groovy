// The time that everything in the archives of this build carries: docs/adr/0043.
import java.time.Instant

def root = project.basedir
def git = { String... arguments ->
    def process = ['git', '-C', root.path, *arguments].execute()
    process.consumeProcessErrorStream(System.err)
    def output = process.inputStream.getText('UTF-8')
    if (process.waitFor() != 0) {
        throw new IOException("git ${arguments.first()} has failed")
    }
    output
}
def timeOf = { File file ->
    while (!file.exists()) {
        file = file.parentFile // has changed when the file was deleted
    }
    Instant.ofEpochSecond(file.lastModified().intdiv(1000))
}

try {
    if (!new File(root, '.git').exists()) {
        throw new IOException('this is no git checkout')
    }
    def time = Instant.ofEpochSecond(git('log', '-1', '--format=%ct').trim().toLong())
    def changed = git('status', '--porcelain', '-z', '--no-renames', '--untracked-files=all').tokenize('\0')
        .collect { new File(root, it.substring(3)) }
    if (changed) {
        // git writes its index when a change is taken back, and then the file is no longer among the changed ones.
        changed << new File(git('rev-parse', '--absolute-git-dir').trim(), 'index')
        time = [time, *changed.collect(timeOf)].max()
    }
    log.info("All archives carry the time $time")
    session.projects*.properties*.setProperty('project.build.outputTimestamp', time.toString())
} catch (IOException e) {
    log.warn("All archives carry the same time as those of any other build: $e.message")
}
