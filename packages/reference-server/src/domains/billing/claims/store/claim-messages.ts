import type { components } from '@visitkit/contract'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/** A message that was sent or received about a claim, as it was on the wire. */
export interface ClaimMessage {
  readonly id: string
  readonly claimId: string
  readonly patientId: string
  readonly kind: components['schemas']['ClaimMessageKind']
  readonly direction: 'out' | 'in'
  readonly at: Date
  readonly text: string
}

export const messageSealContext = sealContextIn('claim_messages')
/** More messages than a claim normally has. Beyond that, only the latest are listed. */
const most = 100

/** The latest ones, oldest first. */
export const listClaimMessages = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  claimId: string,
): Promise<ClaimMessage[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.claim_messages')
    .selectAll()
    .where('claim_id', '=', claimId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return Promise.all(
    rows.reverse().map(async (row) => ({
      id: row.id,
      claimId: row.claim_id,
      patientId: row.patient_id,
      kind: row.kind,
      direction: row.direction,
      at: row.at,
      text: await vault.open<string>(
        db,
        access,
        messageSealContext(caller.organizationId, row.id, row.patient_id),
        row.sealed,
      ),
    })),
  )
}

/** Messages are immutable. */
export const insertClaimMessage = ({ text, ...message }: ClaimMessage): Write =>
  insertMessages.row(rowOf(message, null), { rowId: message.id, patientId: message.patientId, value: text })

/** The same for messages that are encrypted already. */
export const insertClaimMessages = (
  messages: readonly (Omit<ClaimMessage, 'text'> & { readonly sealed: Uint8Array })[],
): readonly Write[] => insertMessages.rows(messages.map(({ sealed, ...message }) => rowOf(message, sealed)))

const rowOf = (message: Omit<ClaimMessage, 'text'>, sealed: Uint8Array | null) => ({
  id: message.id,
  claim_id: message.claimId,
  patient_id: message.patientId,
  kind: message.kind,
  direction: message.direction,
  at: message.at,
  sealed,
})
const insertMessages = rowsStatement('billing.claim_messages', {
  ...{ id: 'uuid', claim_id: 'uuid', patient_id: 'uuid', kind: 'text', direction: 'text' },
  ...{ at: 'timestamptz', sealed: 'bytea' },
})
