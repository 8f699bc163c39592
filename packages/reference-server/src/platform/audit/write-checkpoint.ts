import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { AnyKysely } from '../contracts/database.ts'
import { hashBytes, merkleRoot } from './chain.ts'
import { keyIdOf, noCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts'
import { lockClause, maxGroupRows, type WhenLocked } from './link-accesses.ts'

/** Most rows that one checkpoint covers, so that verification needs bounded memory. */
const maxRows = 10_000

/**
 * Signs the rows linked since the last checkpoint, if there are at least `atLeast`. Null if there is nothing to sign or another process
 * is signing.
 */
export const writeCheckpoint = (
  database: PlatformDatabase,
  key: KeyObject,
  now: Date,
  atLeast: number,
  whenLocked: WhenLocked = 'leave',
): Promise<Checkpoint | null> =>
  database.transactAcross('audit', async (tx) => {
    const held = await sql<{ sequence: string }>`
      select sequence from audit.position for update ${lockClause(whenLocked)}`.execute(tx)
    const [position] = held.rows
    if (position === undefined) return null
    const last = await findLastCheckpoint(tx)
    // Runs every second, so rows are not read before a checkpoint is due.
    if (Number(position.sequence) - (last?.lastSequence ?? 0) < atLeast) return null
    const from = (last?.lastSequence ?? 0) + 1
    const groups = await listGroupsFrom(tx, from)
    const end = groups.at(-1)
    const leaves = groups.flatMap(({ first, leaves: bytes }) =>
      leavesOf(bytes).slice(Math.max(0, from - Number(first))),
    )
    if (!end || leaves.length < atLeast) return null
    const checkpoint = signCheckpoint(
      {
        number: (last?.number ?? 0) + 1,
        at: now.toISOString(),
        firstSequence: from,
        lastSequence: Number(end.last),
        merkleRoot: merkleRoot(leaves).toString('hex'),
        head: end.hash.toString('hex'),
        previous: last?.hash ?? noCheckpoint,
        keyId: keyIdOf(key),
      },
      key,
    )
    await insert(tx, checkpoint)
    return checkpoint
  })

interface LinkGroup {
  readonly first: string
  readonly last: string
  readonly leaves: Buffer
  readonly hash: Buffer
}

/** A checkpoint ends with a group. It may begin inside one that an earlier release linked row by row. */
const listGroupsFrom = async (tx: AnyKysely, from: number): Promise<readonly LinkGroup[]> => {
  const { rows } = await sql<LinkGroup>`
    select first_sequence as first, last_sequence as last, leaves, hash from audit.link_groups
    where first_sequence > ${from - maxGroupRows} and first_sequence < ${from + maxRows} and last_sequence >= ${from}
    order by first_sequence`.execute(tx)
  return rows
}

const leavesOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, index) =>
    bytes.subarray(index * hashBytes, (index + 1) * hashBytes),
  )

interface CheckpointRow {
  readonly number: string
  readonly at: Date
  readonly first_sequence: string
  readonly last_sequence: string
  readonly merkle_root: Buffer
  readonly head: Buffer
  readonly previous: Buffer
  readonly hash: Buffer
  readonly key_id: string
  readonly signature: Buffer
}

const fromRow = (row: CheckpointRow): Checkpoint => ({
  number: Number(row.number),
  at: row.at.toISOString(),
  firstSequence: Number(row.first_sequence),
  lastSequence: Number(row.last_sequence),
  merkleRoot: row.merkle_root.toString('hex'),
  head: row.head.toString('hex'),
  previous: row.previous.toString('hex'),
  keyId: row.key_id,
  hash: row.hash.toString('hex'),
  signature: row.signature.toString('base64'),
})

export const findLastCheckpoint = async (db: AnyKysely): Promise<Checkpoint | null> => {
  const { rows } = await sql<CheckpointRow>`select * from audit.checkpoints order by number desc limit 1`.execute(db)
  return rows[0] ? fromRow(rows[0]) : null
}

export const listCheckpointsAfter = async (db: AnyKysely, number: number): Promise<readonly Checkpoint[]> => {
  const { rows } =
    await sql<CheckpointRow>`select * from audit.checkpoints where number > ${number} order by number`.execute(db)
  return rows.map(fromRow)
}

export const findCheckpointByNumber = async (db: AnyKysely, number: number): Promise<Checkpoint | null> => {
  const { rows } = await sql<CheckpointRow>`select * from audit.checkpoints where number = ${number}`.execute(db)
  return rows[0] ? fromRow(rows[0]) : null
}

const insert = async (tx: AnyKysely, checkpoint: Checkpoint): Promise<void> => {
  const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')
  await sql`insert into audit.checkpoints
    (number, at, first_sequence, last_sequence, merkle_root, head, previous, hash, key_id, signature) values
    (${checkpoint.number}, ${checkpoint.at}, ${checkpoint.firstSequence}, ${checkpoint.lastSequence}, ${bytes(checkpoint.merkleRoot)},
     ${bytes(checkpoint.head)}, ${bytes(checkpoint.previous)}, ${bytes(checkpoint.hash)}, ${checkpoint.keyId},
     ${Buffer.from(checkpoint.signature, 'base64')})`.execute(tx)
}
