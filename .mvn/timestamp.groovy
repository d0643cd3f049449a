// Sets the timestamp of all archive entries of this build: docs/adr/0043.
import java.time.Instant

def root = project.basedir
def git = { String... arguments ->
    def process = ['git', '-C', root.path, *arguments].execute()
    process.consumeProcessErrorStream(System.err)
    def output = process.inputStream.getText('UTF-8')
    if (process.waitFor() != 0) {
        throw new IOException("git ${arguments.first()} failed")
    }
    output
}
def timeOf = { File file ->
    while (!file.exists()) {
        file = file.parentFile // deleting a file changes the time of its folder
    }
    Instant.ofEpochSecond(file.lastModified().intdiv(1000))
}

try {
    if (!new File(root, '.git').exists()) {
        throw new IOException('this is not a git checkout')
    }
    def time = Instant.ofEpochSecond(git('log', '-1', '--format=%ct').trim().toLong())
    def changed = git('status', '--porcelain', '-z', '--no-renames', '--untracked-files=all').tokenize('\0')
        .collect { new File(root, it.substring(3)) }
    if (changed) {
        // Reverting a change removes the file from this list, but updates the index.
        changed << new File(git('rev-parse', '--absolute-git-dir').trim(), 'index')
        time = [time, *changed.collect(timeOf)].max()
    }
    log.info("All archives have the timestamp $time")
    session.projects*.properties*.setProperty('project.build.outputTimestamp', time.toString())
} catch (IOException e) {
    log.warn("All archives have the default timestamp of the POM: $e.message")
}
