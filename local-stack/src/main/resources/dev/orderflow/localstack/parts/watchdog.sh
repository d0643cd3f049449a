# Reads a signal and a process id per line until the end of input, and then stops those processes that still run.
# Only the parent process holds the other end of the pipe, so the kernel closes it however the parent ends.
trap '' HUP INT TERM

# The start time of a process distinguishes it from a later one with the same id.
born() {
  if [ -r /proc/self/stat ]; then
    sed -n 's/.*) //p' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
  else
    ps -o lstart= -p "$1" | tr -d ' '
  fi
}

watched=
while read -r signal pid; do
  watched="$watched $signal,$pid,$(born "$pid")"
done

# Sends each running process its own signal, or the one in $1; a group leader passes it to its whole group.
signal_all() {
  running=
  for process in $watched; do
    signal=${process%%,*}
    pid=${process#*,}
    start=${pid#*,}
    pid=${pid%%,*}
    if [ -n "$start" ] && [ "$(born "$pid")" = "$start" ]; then
      running="$running $process"
      kill -"${1:-$signal}" "-$pid" 2>/dev/null || kill -"${1:-$signal}" "$pid" 2>/dev/null
      kill -CONT "$pid" 2>/dev/null
    fi
  done
  watched=$running
}

signal_all
for _ in 1 2 3; do
  [ -n "$watched" ] || exit 0
  sleep 1
  signal_all 0
done
signal_all KILL
