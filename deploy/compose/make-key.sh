#!/usr/bin/env bash
# Makes the API key of the search service: it may look at the cluster, make its template, and do everything with fazhi-*; nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
body='{"name":"fazhi-search","role_descriptors":{"search":{"cluster":["monitor","manage_index_templates"],"indices":[{"names":["fazhi-*"],"privileges":["all"]}]}}}'
mkdir -p secrets
# The password is asked for inside the container, where it is known: it appears in no list of processes here.
answer=$(docker compose exec -T elastic-1 bash -c \
  'curl -sS --fail --cacert config/certs/ca/ca.crt -K <(printf "user = \"elastic:%s\"" "$ELASTIC_PASSWORD") -H "Content-Type: application/json" -d @- https://localhost:9200/_security/api_key' <<<"$body")
(umask 077 && sed -n 's/.*"encoded":"\([^"]*\)".*/\1/p' <<<"$answer" > secrets/search-api-key)
# The services run as user 1654 and read it through the mount.
chmod 644 secrets/search-api-key
[ -s secrets/search-api-key ] || { echo "no key in the answer" >&2; exit 1; }
