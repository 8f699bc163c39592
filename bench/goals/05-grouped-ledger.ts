import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { insertAccesses } from '../../packages/reference-server/src/platform/audit/access-columns.ts'
import { leafHash, linkHash } from '../../packages/reference-server/src/platform/audit/chain.ts'
import { createPlatform } from '../../packages/reference-server/src/platform/create-platform.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { createLogger } from '../../packages/reference-server/src/platform/logging/logger.ts'
import type { AccessRow } from '../../packages/reference-server/src/platform/contracts/ledger.ts'
import { accessRowOf } from '../servers/access-row.ts'
import { rounds, times, verdictOf, type MeasureGoal } from '../goal.ts'
import { compare } from '../harness.ts'
import { startBenchPostgres } from '../postgres.ts'

const concurrency = 64

/**
 * The ledger as shipped (grouped commits, links made by the sealer) against the usual tamper-evident design: a chain head locked in each
 * request.
 */
export const measure: MeasureGoal = async (run) => {
  const postgres = await startBenchPostgres()
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-'))
  const platform = await createPlatform({
    databaseUrl: postgres.url,
    keyFolder: join(folder, 'keys'),
    checkpointFile: join(folder, 'checkpoints.ndjson'),
    clock: () => new Date(),
    log: createLogger({ level: 'error' }),
  })
  await platform.start()
  const locked = await lockedChain(postgres.url)
  const organizationId = newId()
  try {
    const measured = await compare(
      {
        grouped: {
          run: () => platform.ledger.append([accessRowOf(organizationId, newId())]),
          settle: () => platform.checkpointer.checkpointNow(),
        },
        locked: { run: () => locked.append(accessRowOf(organizationId, newId())) },
      },
      { concurrency, ...rounds(run), processes: () => [postgres.processId], countsThisProcess: true },
    )
    const ratio = measured.grouped.operationsPerSecond / measured.locked.operationsPerSecond
    return [
      {
        goal: '5',
        what: 'Group-committed chain against a chain head under row lock, 64 at a time',
        gate: '>= 10x rows/s',
        stretch: '30x',
        measured: `${times(ratio)} (${Math.round(measured.grouped.operationsPerSecond)} rows/s against ${Math.round(measured.locked.operationsPerSecond)}; CPU ${Math.round(measured.grouped.cpuMicroseconds)} µs against ${Math.round(measured.locked.cpuMicroseconds)})`,
        verdict: verdictOf(ratio, { gate: 10, stretch: 30, is: 'at least' }),
        how: 'Rows with the real columns on PostgreSQL. Ours: ledger.append, including the time until the sealer has linked the last row. The other: BEGIN, SELECT head FOR UPDATE, insert, update head, COMMIT over 16 connections, same columns, indexes and hashes. On this disk an fdatasync takes about 0.1 ms, which favors the other side; a run with a delay before every fsync is not part of this bench yet.',
      },
    ]
  } finally {
    await locked.close()
    await platform.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every request locks the chain's only head, links its own row to it, and releases it at its commit. */
const lockedChain = async (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 16 })
  await pool.query('create schema bench')
  await pool.query('create table bench.accesses (like audit.access_rows including all)')
  await pool.query(
    'create table bench.links (sequence bigint primary key, access_id uuid not null, leaf bytea not null, hash bytea not null)',
  )
  await pool.query('create table bench.head (sequence bigint not null, hash bytea not null)')
  await pool.query('insert into bench.head values (0, $1)', [Buffer.alloc(32)])
  return {
    append: async (row: AccessRow): Promise<void> => {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const { rows } = await client.query<{ sequence: string; hash: Buffer }>({
          name: 'head',
          text: 'select sequence, hash from bench.head for update',
        })
        const head = rows[0]
        if (!head) throw new Error('no head')
        const sequence = BigInt(head.sequence) + 1n
        const leaf = leafHash(row)
        const hash = linkHash(sequence, head.hash, leaf)
        const { text, values } = insertAccesses([row])
        const insert = text.replace('audit.access_rows', 'bench.accesses')
        if (insert === text) throw new Error('the statement of the ledger has changed')
        await client.query({ name: 'access', text: insert, values: [...values] })
        await client.query({
          name: 'link',
          text: 'insert into bench.links values ($1, $2, $3, $4)',
          values: [sequence, row.id, leaf, hash],
        })
        await client.query({
          name: 'move',
          text: 'update bench.head set sequence = $1, hash = $2',
          values: [sequence, hash],
        })
        await client.query('commit')
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}
