import type { components } from '@visitkit/contract'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { tablesOf } from '../../kernel/store/tables.ts'
import { insertUnnested } from '../../kernel/store/unnested.ts'

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

const sealContext = sealContextIn('claim_messages')
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
        sealContext(caller.organizationId, row.id, row.patient_id),
        row.sealed,
      ),
    })),
  )
}

export type NewClaimMessage = Pick<ClaimMessage, 'claimId' | 'patientId' | 'kind' | 'direction' | 'text'>

export const insertClaimMessages = async (
  context: WriteContext,
  messages: readonly NewClaimMessage[],
): Promise<void> => {
  if (messages.length === 0) return
  await (await insertClaimMessagesStatement(context, messages)).execute(context.tx)
}

/** The same as a statement, to be queued with others. Requires at least one message. */
export const insertClaimMessagesStatement = async (
  { tx, caller, vault, access, now, newId }: WriteContext,
  messages: readonly NewClaimMessage[],
) => {
  const { organizationId } = caller
  const rows = await Promise.all(
    messages.map(async (message) => {
      access.touch(message.patientId)
      const id = newId()
      return {
        ...message,
        id,
        sealed: await vault.seal(tx, sealContext(organizationId, id, message.patientId), message.text),
      }
    }),
  )
  return insertUnnested('billing.claim_messages', {
    organization_id: ['uuid', rows.map(() => organizationId)],
    id: ['uuid', rows.map(({ id }) => id)],
    claim_id: ['uuid', rows.map(({ claimId }) => claimId)],
    patient_id: ['uuid', rows.map(({ patientId }) => patientId)],
    kind: ['text', rows.map(({ kind }) => kind)],
    direction: ['text', rows.map(({ direction }) => direction)],
    at: ['timestamptz', rows.map(() => now)],
    sealed: ['bytea', rows.map(({ sealed }) => sealed)],
  })
}
