import type { OperationNodeSource } from 'kysely'
import type { WriteContext } from '../contracts/context.ts'
import type { NewTransmission } from '../contracts/transmission.ts'
import { timesOf } from './transmission-write.ts'
import { transmissionStore, type NewRow } from './transmission-store.ts'
import { wakeOnCommit } from './wake-on-commit.ts'

type Enqueuing = Pick<WriteContext, 'tx' | 'vault' | 'caller' | 'now' | 'newId'>

/**
 * Stores a transmission inside `keep`, in the transaction of the fact, and has the sender of this process send it after the commit.
 * Returns its id (UUIDv7), by which the partner can recognize a repeat. It never changes over retries.
 */
export const enqueueTransmission = async (
  context: Enqueuing,
  schema: string,
  transmission: NewTransmission,
): Promise<string> => {
  const id = context.newId()
  await store(context, schema, id, transmission)
  return id
}

/** A statement that returns the row that it inserted or changed; or one with further statements, which may select from it as `fact`. */
export type Fact = OperationNodeSource | readonly [fact: OperationNodeSource, ...beside: OperationNodeSource[]]

/**
 * The same in one statement with the fact, which receives the id. Returns null, and stores nothing, if the fact returns no row: another
 * transaction was first, and there is nothing to send.
 */
export const enqueueWithFact = async (
  context: Enqueuing,
  schema: string,
  transmission: NewTransmission,
  fact: (transmissionId: string) => Fact | Promise<Fact>,
): Promise<string | null> => {
  const id = context.newId()
  return (await store(context, schema, id, transmission, await fact(id))) ? id : null
}

const store = async (
  { tx, vault, caller, now }: Enqueuing,
  schema: string,
  id: string,
  transmission: NewTransmission,
  fact?: Fact,
): Promise<boolean> => {
  const { kind, subjectId, patientId, payload } = transmission
  const { dueAt, expiresAt } = timesOf(transmission, now)
  const { organizationId } = caller
  const place = { organizationId, table: `${schema}.transmissions`, rowId: id, patientId }
  const row: NewRow = {
    organizationId,
    id,
    kind,
    subjectId,
    patientId,
    dueAt,
    expiresAt,
    createdAt: now,
    sealed: await vault.seal(tx, place, payload),
  }
  const isStored = await transmissionStore(schema).insert(tx, row, fact === undefined ? [] : [fact].flat())
  if (isStored) wakeOnCommit(vault, schema, organizationId, { kind, dueAt })
  return isStored
}
