import type { AnyKysely, Keeping } from '../../../platform/seams.ts'
import type { Movement } from '../model/account-ledger.ts'
import type { ClaimPosting } from '../model/post-remittance.ts'
import { placeIn, type Opening } from './opening.ts'
import { centsOf, tablesOf } from './tables.ts'

const place = placeIn('postings')

/** What remittances did to a chain of claims, oldest first. Opens each. */
export const postingsOfChain = async (
  tx: AnyKysely,
  { access, vault, caller }: Opening,
  rootId: string,
): Promise<(ClaimPosting & { readonly claimId: string })[]> => {
  const rows = await tablesOf(tx)
    .selectFrom('billing.postings')
    .selectAll()
    .where('root_id', '=', rootId)
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      claimId: row.claim_id,
      adjudication: row.adjudication,
      chargeCents: centsOf(row.charge_cents),
      paidCents: centsOf(row.paid_cents),
      patientResponsibilityCents: centsOf(row.patient_cents),
      isReversed: row.reversed_by !== null,
      movements: await vault.open<readonly Movement[]>(
        tx,
        access,
        place(caller.organizationId, row.id, row.patient_id),
        row.sealed,
      ),
    })),
  )
}

export const insertPosting = async (
  { tx, caller, vault, access }: Keeping,
  posting: ClaimPosting,
  about: {
    readonly claimId: string
    readonly rootId: string
    readonly patientId: string
    readonly remittanceId: string
  },
): Promise<void> => {
  access.touch(about.patientId)
  await tablesOf(tx)
    .insertInto('billing.postings')
    .values({
      organization_id: caller.organizationId,
      id: posting.id,
      claim_id: about.claimId,
      root_id: about.rootId,
      patient_id: about.patientId,
      remittance_id: about.remittanceId,
      adjudication: posting.adjudication,
      charge_cents: posting.chargeCents,
      paid_cents: posting.paidCents,
      patient_cents: posting.patientResponsibilityCents,
      reversed_by: null,
      sealed: await vault.seal(tx, place(caller.organizationId, posting.id, about.patientId), posting.movements),
    })
    .execute()
}

/** `by` is the remittance that took it back. */
export const markReversed = async (tx: AnyKysely, postingId: string, by: string): Promise<void> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('billing.postings')
    .set({ reversed_by: by })
    .where('id', '=', postingId)
    .where('reversed_by', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('a posting was taken back twice')
}
