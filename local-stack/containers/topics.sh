#!/bin/bash
# Creates missing topics of topics.properties with the settings of topic-config.properties. Returns when every partition has a leader.
set -euo pipefail
kafka() { "/opt/kafka/bin/kafka-$1.sh" --bootstrap-server "$BOOTSTRAP_SERVERS" "${@:2}"; }

present=$(kafka topics --list)
mapfile -t config < <(sed -n 's/^[^#].*=.*/--config=&/p' /etc/orderflow/topic-config.properties)
while IFS='=' read -r topic partitions; do
  if [ -n "$topic" ] && [ "${topic:0:1}" != '#' ] && ! grep -qx "$topic" <<<"$present"; then
    kafka topics --create --if-not-exists --topic "$topic" --partitions "$partitions" "${config[@]}"
  fi
done </etc/orderflow/topics.properties
kafka get-offsets --topic 'orderflow\..*'
