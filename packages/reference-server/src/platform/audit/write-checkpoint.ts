import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import type { AnyKysely } from '../contracts/database.ts'
import { merkleRoot } from './chain.ts'
import { keyIdOf, noCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts'
import { lockClause, type WhenLocked } from './link-accesses.ts'

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
    const { rows } = await sql<{ sequence: string; leaf: Buffer; hash: Buffer }>`
      select sequence, leaf, hash from audit.links where sequence >= ${from} order by sequence limit ${maxRows}`.execute(
      tx,
    )
    const end = rows.at(-1)
    if (!end || rows.length < atLeast) return null
    const checkpoint = signCheckpoint(
      {
        number: (last?.number ?? 0) + 1,
        at: now.toISOString(),
        firstSequence: from,
        lastSequence: Number(end.sequence),
        merkleRoot: merkleRoot(rows.map(({ leaf }) => leaf)).toString('hex'),
        head: end.hash.toString('hex'),
        previous: last?.hash ?? noCheckpoint,
        keyId: keyIdOf(key),
      },
      key,
    )
    await insert(tx, checkpoint)
    return checkpoint
  })

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
