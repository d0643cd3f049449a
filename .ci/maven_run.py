"""Runs Maven and tracks all processes that it starts, for scripts that check which of them remain. Linux only."""
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import uuid

# SIGTERM must run the finally blocks, which end Maven.
signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended by SIGTERM"))

PORTS = ("POSTGRES_PORT", "KAFKA_PORT", "KAFKA_CONTROLLER_PORT", "REDIS_PORT",
         "ORDER_HTTP_PORT", "INVENTORY_HTTP_PORT", "PAYMENT_HTTP_PORT", "GATEWAY_HTTP_PORT")


def free_ports():
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in PORTS]
    numbers = [str(one.getsockname()[1]) for one in sockets]
    for one in sockets:
        one.close()
    return dict(zip(PORTS, numbers))


class MavenRun:
    """Runs Maven with separate ports, in a separate session like that of a terminal, with its output in a file."""

    def __init__(self, folder, arguments, log, ports=None, java_home=None):
        self.log, self.mark, self.seen = log, str(uuid.uuid4()), {}
        self.ports = ports or free_ports()
        environment = {**os.environ, **self.ports, "ORDERFLOW_RUN": self.mark}
        if java_home:
            environment["JAVA_HOME"] = java_home
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            # Background processes inherit an ignored SIGINT.
            self.maven = subprocess.Popen(["mvn", "--batch-mode", *arguments], cwd=folder, env=environment,
                                          stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                                          preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.pid = self.maven.pid

    def wait(self, what, seconds, is_so):
        end = time.monotonic() + seconds
        while not is_so():
            if self.maven.poll() is not None:
                raise AssertionError(f"Maven ended with {self.maven.returncode} before {what}:\n{self.tail()}")
            if time.monotonic() > end:
                raise AssertionError(f"timed out after {seconds} s before {what}:\n{self.tail()}")
            time.sleep(0.5)

    def tail(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-30:])

    def interrupt(self, seconds):
        """Sends SIGINT to the whole process group, as Ctrl-C does."""
        os.killpg(self.pid, signal.SIGINT)
        self.maven.wait(seconds)

    def assert_ended(self, seconds):
        """Fails if processes still run after a time. The watchdog needs a moment to see that its parent has ended."""
        end = time.monotonic() + seconds
        while (left := self.processes()) and time.monotonic() < end:
            time.sleep(0.2)
        if left:
            raise AssertionError("Ctrl-C left processes running: " + ", ".join(left.values()))

    def kill(self):
        """Kills all remaining processes."""
        for pid in self.processes():
            os.kill(int(pid), signal.SIGKILL)
        self.maven.wait()

    def processes(self):
        """Returns the command lines of the running processes by id: Maven and its descendants, also after Maven has ended. All inherit a
        mark in their environment. Redis and PostgreSQL overwrite it, so this also remembers all former children."""
        parents, found = {}, {}
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                state, parent, *rest = (process / "stat").read_text().rpartition(")")[2].split()
                born = rest[17]
                if state in "ZX":
                    continue
                parents.setdefault(parent, []).append((process.name, born))
                if self.seen.get(process.name) == born or self.mark.encode() in (process / "environ").read_bytes():
                    self.seen[process.name] = born
                    found[process.name] = command(process)
            except OSError:
                continue
        unvisited = list(found)
        while unvisited:
            for child, born in parents.get(unvisited.pop(), []):
                if child not in found:
                    self.seen[child] = born
                    found[child] = command(pathlib.Path("/proc", child))
                    unvisited.append(child)
        return found


def command(process):
    try:
        return (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
