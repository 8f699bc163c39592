import { createHash, createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestPlatform, testCaller, testRow } from '../../tests/create-platform.testing.ts'
import { consumerMark } from '../unit-of-work/consumer-mark.ts'
import { findEvent } from '../../events/read-outbox.ts'
import { leafHash, linkHash, noHash } from '../../audit/chain.ts'
import { readCheckpoints } from '../../audit/checkpoint-file.ts'
import { findUnlinkedRow, readLedger } from '../../audit/export-ledger.ts'
import { verifyLedger } from '../../audit/verify-ledger.ts'
import type { AccessRow } from '../../contracts/ledger.ts'
import { copyTemplate, type DatabaseTemplate } from '../tests/create-test-database.testing.ts'
import { newId } from '../ids/new-id.ts'
import { openDatabase, type PlatformDatabase } from '../open/open-database.ts'
import { replayIdOf } from '../unit-of-work/replays.ts'
import { hashOf } from './migrate.ts'
import { leanMigrations } from './lean-migrations.ts'
import { platformMigrations } from './platform-migrations.ts'

const earlier = platformMigrations.slice(
  0,
  platformMigrations.findIndex((migration) => leanMigrations.includes(migration)),
)

/** As the last release before left it. */
const migrateAsBefore = (database: PlatformDatabase): Promise<void> =>
  database.withOwnerConnection(async (owner) => {
    await owner.execute('create schema if not exists platform')
    await owner.execute(
      'create table if not exists platform.migrations (id text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    for (const migration of earlier) {
      for (const statement of migration.statements) await owner.execute(statement)
      await owner.execute('insert into platform.migrations (id, hash) values ($1, $2)', [
        migration.id,
        hashOf(migration),
      ])
    }
  })

const caller = testCaller()
const [eventId, requestHash] = [newId(), createHash('sha256').update('request').digest()]
const rows: readonly AccessRow[] = Array.from({ length: 2_345 }, (_, index) =>
  testRow(caller, index % 3 === 0 ? null : newId(), {
    entityId: index % 5 === 0 ? `not-an-id-${index}` : newId(),
    ...(index % 7 === 0 && { actorKind: 'system', actorId: 'gardens.timer', sessionId: '' }),
  }),
)

/** Rows with the columns and the links that the release before wrote. */
const insertAsBefore = (database: PlatformDatabase): Promise<void> =>
  database.withOwnerConnection(async (owner) => {
    await owner.execute(`select set_config('app.organization', $1, false)`, [caller.organizationId])
    let hash: Buffer = noHash
    const links = rows.map((row, index) => {
      const leaf = leafHash(row)
      hash = linkHash(BigInt(index + 1), hash, leaf)
      return { leaf, hash }
    })
    await owner.execute(
      `insert into audit.accesses (organization_id, id, at, request_id, operation, action, entity, entity_id, patient_id, outcome, refusal,
         because, actor_kind, actor_id, actor_role, session_id, client_id, purpose, on_behalf_of)
       select "organizationId", id, at, "requestId", operation, action, entity, "entityId", "patientId", outcome, refusal,
         because, "actorKind", "actorId", "actorRole", "sessionId", "clientId", purpose, "onBehalfOf"
       from jsonb_to_recordset($1::jsonb) as row ("organizationId" uuid, id uuid, at timestamptz, "requestId" text, operation text,
         action text, entity text, "entityId" text, "patientId" text, outcome text, refusal text, because text, "actorKind" text,
         "actorId" text, "actorRole" text, "sessionId" text, "clientId" text, purpose text, "onBehalfOf" text)`,
      [JSON.stringify(rows)],
    )
    await owner.execute(
      `insert into audit.links (sequence, organization_id, access_id, leaf, hash)
       select sequence, $1::uuid, id, decode(leaf, 'hex'), decode(hash, 'hex')
       from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as link (id, leaf, hash, sequence)`,
      [
        caller.organizationId,
        rows.map(({ id }) => id),
        links.map(({ leaf }) => leaf.toString('hex')),
        links.map((link) => link.hash.toString('hex')),
      ],
    )
    await owner.execute(
      `update audit.position set sequence = $1, hash = decode($2, 'hex'), xid = (select max(xid::text::numeric)::text::xid8 from audit.accesses),
         access_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
      [rows.length, hash.toString('hex')],
    )
    await owner.execute(
      `insert into platform.outbox (organization_id, id, type, at, version, data) values ($1, $2, 'gardens.watered', now(), 1, '{}')`,
      [caller.organizationId, eventId],
    )
    await owner.execute(
      `insert into platform.consumed (organization_id, consumer, event_id) values ($1, 'gardens.one', $2), ($1, 'gardens.two', $2)`,
      [caller.organizationId, eventId],
    )
    await owner.execute(
      `insert into platform.failed_deliveries (consumer, event_id, organization_id, attempts, error, next_at)
       values ('gardens.three', $2, $1, 1, 'Error', now())`,
      [caller.organizationId, eventId],
    )
    await owner.execute(
      `insert into platform.replays (organization_id, caller, key, operation, request_hash, answer, expires_at)
       values ($1, $2, 'k1', 'addBed', $3, 'sealed', now() + interval '1 day')`,
      [caller.organizationId, `member|${caller.personId}|${caller.clientId}`, requestHash],
    )
    await owner.execute(`select set_config('app.organization', '', false)`)
  })

const before: DatabaseTemplate = {
  name: createHash('sha256').update(earlier.map(hashOf).join()).digest('hex').slice(0, 16),
  fill: async (url) => {
    const database = await openDatabase({ url, notice: () => undefined })
    try {
      await migrateAsBefore(database)
      await insertAsBefore(database)
    } finally {
      await database.close()
    }
  },
}

test.each(['pglite', 'postgres'] as const)(
  'an installation of an earlier release keeps its rows on %s, and its chain verifies',
  async (engine) => {
    const { url, remove } = await copyTemplate(engine, before)
    const kit = await createTestPlatform(engine, [], { databaseUrl: url })
    try {
      const { database, ledger, checkpointer } = kit.platform
      const owner = database.owner()
      await ledger.append([testRow(caller, newId())])
      await checkpointer.checkpointNow()
      const publicKey = createPublicKey(await readFile(join(kit.folder, 'keys', 'audit-signing-key.pub.pem')))
      const checkpoints = await readCheckpoints(join(kit.folder, 'checkpoints.ndjson'))
      expect(await verifyLedger(readLedger(database), checkpoints, publicKey)).toMatchObject({
        fault: null,
        rows: rows.length + 1,
        unsigned: 0,
      })
      expect(await findUnlinkedRow(database)).toBeNull()
      const sequences = await sql<{ access_id: string }>`
      select access_id, sequence from audit.links where sequence in (1, 1000, 1001, 2345) order by sequence`.execute(
        owner,
      )
      expect(sequences.rows.map((row) => row.access_id)).toEqual([0, 999, 1000, 2344].map((at) => rows[at]?.id))

      const failed = await sql<{
        xid: string | null
      }>`select event_xid::text as xid from platform.failed_deliveries`.execute(owner)
      const found = await findEvent(database.readerAcross('platform'), {
        ...{ eventId, organizationId: caller.organizationId },
        xid: failed.rows[0]?.xid ?? null,
      })
      expect(found?.event.type).toBe('gardens.watered')
      const marks = await sql<{
        consumer: number
      }>`select consumer from platform.consumed where event_id = ${eventId}`.execute(owner)
      expect(marks.rows.map(({ consumer }) => consumer).toSorted()).toEqual(
        ['gardens.one', 'gardens.two'].map(consumerMark).toSorted(),
      )
      const answers = await sql<{ id: string; answer: Buffer }>`select id, answer from platform.replays`.execute(owner)
      expect(answers.rows).toEqual([{ id: replayIdOf({ caller }, { key: 'k1' }), answer: Buffer.from('sealed') }])
    } finally {
      await kit.stop()
      await remove()
    }
  },
)
