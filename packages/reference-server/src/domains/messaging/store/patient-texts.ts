import type { components } from '@visitkit/contract'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { openMessageBytes } from './partner-messages.ts'
import { tablesOf } from './tables.ts'

interface TextOfPatient {
  readonly id: string
  readonly receivedAt: Date
  readonly resolution: components['schemas']['PartnerMessageResolution'] | null
  readonly resolvedAt: Date | null
  /** As received. */
  readonly bytes: Uint8Array
}

/** What a patient wrote to the number of notices, the newest first. Decrypts each. */
export const listTextsOfPatient = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  page: PageCursor,
): Promise<TextOfPatient[]> => {
  const rows = await tablesOf(db)
    .selectFrom('messaging.partner_messages')
    .select(['id', 'received_at as receivedAt', 'resolution', 'resolved_at as resolvedAt', 'sealed'])
    .where('patient_id', '=', requireUuid(patientId))
    .where('kind', '=', 'text')
    .$call(newestFirst(page))
    .execute()
  return Promise.all(
    rows.map(async ({ sealed, ...facts }) => ({
      ...facts,
      bytes: await openMessageBytes(db, context, { id: facts.id, patientId }, sealed),
    })),
  )
}
