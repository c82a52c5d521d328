// SPDX-License-Identifier: Apache-2.0
#include "store/journal/schema.h"

using namespace Qt::Literals::StringLiterals;

const QList<QStringList> &Schema::ladder()
{
    static const QList<QStringList> steps{
        {
            // One row: the random name of this journal, which its first event is chained to.
            u"CREATE TABLE journal (id TEXT NOT NULL)"_s,
            u"INSERT INTO journal (id) VALUES (lower(hex(randomblob(16))))"_s,
            // Times are milliseconds since 1970 in UTC.
            uR"(CREATE TABLE jobs (
                    id INTEGER PRIMARY KEY,
                    created_at INTEGER NOT NULL,
                    finished_at INTEGER,
                    profile TEXT NOT NULL,
                    host TEXT NOT NULL,
                    key_id TEXT NOT NULL,
                    pool_id TEXT NOT NULL,
                    os_user TEXT NOT NULL,
                    operator TEXT NOT NULL,
                    ticket TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    kind TEXT NOT NULL DEFAULT 'single',
                    state TEXT NOT NULL DEFAULT '',
                    error_code TEXT NOT NULL DEFAULT '',
                    scope TEXT NOT NULL DEFAULT '',
                    total INTEGER NOT NULL DEFAULT 1,
                    verify_seconds INTEGER NOT NULL DEFAULT 0,
                    proof TEXT NOT NULL DEFAULT '',
                    cap INTEGER NOT NULL DEFAULT 0,
                    rate INTEGER NOT NULL DEFAULT 0,
                    max_in_flight INTEGER NOT NULL DEFAULT 0,
                    canary TEXT NOT NULL DEFAULT ''))"_s,
            uR"(CREATE TABLE items (
                    id INTEGER PRIMARY KEY,
                    job_id INTEGER NOT NULL REFERENCES jobs (id),
                    created_at INTEGER NOT NULL,
                    user_id TEXT NOT NULL,
                    user_id_type TEXT NOT NULL,
                    target_user_id TEXT NOT NULL,
                    target_name TEXT NOT NULL,
                    target_contact TEXT NOT NULL,
                    app_ids TEXT NOT NULL,
                    override_reason TEXT NOT NULL,
                    identity_unverified INTEGER NOT NULL DEFAULT 0,
                    position INTEGER NOT NULL DEFAULT 0,
                    source_row INTEGER NOT NULL DEFAULT 0,
                    source_file TEXT NOT NULL DEFAULT '',
                    before TEXT NOT NULL DEFAULT '',
                    retried_at INTEGER NOT NULL DEFAULT 0,
                    state TEXT NOT NULL,
                    outcome TEXT NOT NULL DEFAULT '',
                    apps TEXT NOT NULL DEFAULT '',
                    attempts INTEGER NOT NULL DEFAULT 0,
                    relogin TEXT NOT NULL DEFAULT '',
                    request_id TEXT NOT NULL DEFAULT '',
                    error_code TEXT NOT NULL DEFAULT '',
                    http_status INTEGER NOT NULL DEFAULT 0,
                    status_code INTEGER NOT NULL DEFAULT 0,
                    api_code INTEGER NOT NULL DEFAULT 0,
                    message TEXT NOT NULL DEFAULT '',
                    changed_at INTEGER NOT NULL))"_s,
            uR"(CREATE TABLE attempts (
                    id INTEGER PRIMARY KEY,
                    item_id INTEGER NOT NULL REFERENCES items (id),
                    group_index INTEGER NOT NULL,
                    nonce TEXT NOT NULL,
                    body_hash TEXT NOT NULL,
                    state TEXT NOT NULL,
                    started_at INTEGER NOT NULL,
                    answered_at INTEGER,
                    request_id TEXT NOT NULL DEFAULT '',
                    error_code TEXT NOT NULL DEFAULT '',
                    http_status INTEGER NOT NULL DEFAULT 0,
                    status_code INTEGER NOT NULL DEFAULT 0,
                    api_code INTEGER NOT NULL DEFAULT 0,
                    message TEXT NOT NULL DEFAULT ''))"_s,
            uR"(CREATE TABLE events (
                    seq INTEGER PRIMARY KEY,
                    at INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    job_id INTEGER NOT NULL,
                    item_id INTEGER NOT NULL,
                    attempt_id INTEGER NOT NULL,
                    data TEXT NOT NULL,
                    hash TEXT NOT NULL))"_s,
            u"CREATE INDEX items_by_job ON items (job_id, position)"_s,
            u"CREATE INDEX items_by_target ON items (target_user_id, id)"_s,
            u"CREATE INDEX items_by_outcome ON items (outcome, id)"_s,
            u"CREATE INDEX items_open ON items (job_id, position) WHERE outcome = ''"_s,
            u"CREATE INDEX attempts_by_item ON attempts (item_id)"_s,
            u"CREATE INDEX attempts_by_request ON attempts (request_id) WHERE request_id <> ''"_s,
            u"CREATE INDEX items_by_time ON items (created_at, id)"_s,
            u"CREATE INDEX events_by_item ON events (item_id)"_s,
            u"CREATE INDEX jobs_of_lists ON jobs (id) WHERE kind = 'list'"_s,
        },
    };
    return steps;
}

int Schema::version()
{
    return static_cast<int>(ladder().size());
}
