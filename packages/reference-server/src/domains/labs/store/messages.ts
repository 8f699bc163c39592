import type { Selectable } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { PatientMessage, ReceivedMessage, UnmatchedMessage } from '../model/received-message.ts'
import { tablesOf, type LabsTables } from './tables.ts'

/** The bytes are encrypted in `sealed`: under the patient's key, and for an unmatched report under the organization's. */

const columns = {
  id: ['id', 'uuid'],
  source: ['source', 'text'],
  controlId: ['control_id', 'text'],
  digest: ['digest', 'bytea'],
  part: ['part', 'integer'],
  parser: ['parser', 'text'],
  receivedAt: ['received_at', 'timestamptz'],
} as const

const ofPatients = factTable<PatientMessage>(
  'labs.messages',
  { ...columns, patientId: ['patient_id', 'uuid'], resultIds: ['result_ids', 'uuid[]'] },
  { guard: ['patientId'], sealedFor: ({ patientId }) => patientId },
)
const ofUnmatched = factTable<UnmatchedMessage>(
  'labs.unmatched_messages',
  { ...columns, unmatchedId: ['unmatched_id', 'uuid'] },
  { guard: ['unmatchedId'], sealedFor: () => null },
)

interface Sealed {
  /** Base64. */
  readonly bytes: string
}
const sealed = (bytes: Uint8Array): Sealed => ({ bytes: Buffer.from(bytes).toString('base64') })

export const insertMessage = (message: PatientMessage, bytes: Uint8Array): Write =>
  ofPatients.insert(message, sealed(bytes))

export const insertUnmatchedMessage = (message: UnmatchedMessage, bytes: Uint8Array): Write =>
  ofUnmatched.insert(message, sealed(bytes))

/** It is with the patient now. */
export const deleteUnmatchedMessage = (message: UnmatchedMessage): Write => ofUnmatched.delete(message)

export interface MessageBytes<Message extends ReceivedMessage> {
  readonly message: Message
  readonly bytes: Uint8Array
}

/** The messages of an unmatched result, the oldest first. */
export const listUnmatchedMessages = async (
  db: AnyKysely,
  context: VaultContext,
  unmatchedId: string,
): Promise<MessageBytes<UnmatchedMessage>[]> => {
  const rows = await tablesOf(db)
    .selectFrom('labs.unmatched_messages')
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('unmatched_id', '=', unmatchedId)
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      message: ofUnmatched.factOf({ ...row }),
      bytes: await decrypt(db, context, 'labs.unmatched_messages', null, row),
    })),
  )
}

/** Which messages a patient has. Decrypts nothing. */
export const listKeptMessages = (
  db: AnyKysely,
  { caller }: VaultContext,
  patientId: string,
): Promise<Pick<ReceivedMessage, 'digest' | 'part'>[]> =>
  tablesOf(db)
    .selectFrom('labs.messages')
    .select(['digest', 'part'])
    .where('organization_id', '=', caller.organizationId)
    .where('patient_id', '=', patientId)
    .execute()

/** Whether nothing can be written for a patient any more: the keys were erased. */
export const isErased = async (db: AnyKysely, { vault, caller }: VaultContext, patientId: string): Promise<boolean> => {
  const place = { organizationId: caller.organizationId, table: 'labs.messages', rowId: patientId, patientId }
  return (await unlessErased(vault.seal(db, place, {}))) === null
}

/** The message of a patient's result with this digest; null if there is none. */
export const findMessage = async (
  db: AnyKysely,
  context: VaultContext,
  { patientId, digest, part }: { readonly patientId: string; readonly digest: Uint8Array; readonly part: number },
): Promise<Uint8Array | null> => {
  const row = await tablesOf(db)
    .selectFrom('labs.messages')
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('patient_id', '=', patientId)
    .where('digest', '=', digest)
    .where('part', '=', part)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : decrypt(db, context, 'labs.messages', patientId, row)
}

const decrypt = async (
  db: AnyKysely,
  { vault, access, caller }: VaultContext,
  table: 'labs.messages' | 'labs.unmatched_messages',
  patientId: string | null,
  row: Pick<Selectable<LabsTables['labs.messages']>, 'id' | 'sealed'>,
): Promise<Uint8Array> => {
  const place = { organizationId: caller.organizationId, table, rowId: row.id, patientId }
  const { bytes } = await vault.open<Sealed>(db, access, place, row.sealed)
  return Buffer.from(bytes, 'base64')
}
