/** The files that tell the embedded server how to run. They are ours entirely: what is not said here is PostgreSQL's default. */

/** Shown by PostgreSQL in messages and process lists. */
const CLUSTER_NAME = 'countersign';

/** postgresql.conf, for a small machine that must not lose anything it acknowledged. */
export function serverSettings(places: {
  readonly socketFolder: string;
  readonly logFolder: string;
}): string {
  return `# Written by Countersign at each start; changes made here are lost.

# Only this machine, only through a socket that only one account can reach.
listen_addresses = ''
unix_socket_directories = ${quoted(places.socketFolder)}
unix_socket_permissions = 0700
port = 5432
cluster_name = '${CLUSTER_NAME}'
# Four instances of the service, or two and a busy operator.
max_connections = 100
superuser_reserved_connections = 3
password_encryption = scram-sha-256

# An acknowledged entry is on disk. None of these may be weakened; the service refuses to start if one is.
fsync = on
synchronous_commit = on
full_page_writes = on
data_sync_retry = off
ignore_checksum_failure = off
zero_damaged_pages = off
allow_alter_system = off

# What a base backup of the running server needs; no standby reads from it.
wal_level = replica
max_wal_senders = 0
max_wal_size = 1GB
checkpoint_timeout = 5min

shared_buffers = 128MB
# In the cluster itself: nothing is left elsewhere after a kill, and a container's small /dev/shm does not matter.
dynamic_shared_memory_type = mmap
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
datestyle = 'ISO, YMD'
lc_messages = 'C'
# A transaction that was forgotten must not hold the head of a ledger for ever.
idle_in_transaction_session_timeout = 5min

# Rows of the register hold personal data, and PostgreSQL repeats values in the text of errors and of statements. So the
# log tells what happens to the server, and no error of a statement: the service logs those, by code.
logging_collector = on
log_directory = ${quoted(places.logFolder)}
log_filename = 'postgres-%Y-%m-%d-%H%M%S.log'
log_file_mode = 0600
log_rotation_size = 10MB
log_rotation_age = 0
log_line_prefix = '%m [%p] '
log_min_messages = log
log_error_verbosity = terse
log_statement = none
log_min_error_statement = panic
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
`;
}

/** pg_hba.conf: a password, always. */
export const ACCESS_RULES = `# Written by Countersign at each start; changes made here are lost.
# TYPE  DATABASE  USER  METHOD
local   all       all   scram-sha-256
`;

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
