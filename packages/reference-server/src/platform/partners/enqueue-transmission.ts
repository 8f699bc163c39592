import type { Keeping } from '../seams.ts'
import type { NewTransmission } from './transmission.ts'
import { transmissionStore } from './transmission-store.ts'
import { wakeOnCommit } from './wake-on-commit.ts'

const keptTryingFor = 72 * 3_600_000

/**
 * Stores a transmission inside `keep`, with the fact that it tells, and has the sender of this process look for it after the commit.
 * Returns its id (UUIDv7), under which the partner may recognise a repeat; it never changes over retries.
 */
export const enqueueTransmission = async (
  { tx, vault, caller, now, newId }: Pick<Keeping, 'tx' | 'vault' | 'caller' | 'now' | 'newId'>,
  schema: string,
  { kind, subjectId, patientId, payload, notBefore = now, expiresAt }: NewTransmission,
): Promise<string> => {
  const { organizationId } = caller
  const id = newId()
  const place = { organizationId, table: `${schema}.transmissions`, rowId: id, patientId }
  await transmissionStore(schema).insert(tx, {
    organizationId,
    id,
    kind,
    subjectId,
    patientId,
    dueAt: notBefore,
    expiresAt: expiresAt ?? new Date(Math.max(notBefore.getTime(), now.getTime()) + keptTryingFor),
    createdAt: now,
    sealed: await vault.seal(tx, place, payload),
  })
  wakeOnCommit(vault, schema, organizationId)
  return id
}
