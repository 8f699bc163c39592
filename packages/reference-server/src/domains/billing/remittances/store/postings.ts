import { sql } from 'kysely'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Movement } from '../../kernel/model/account-ledger.ts'
import type { ClaimPosting } from '../model/post-remittance.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf } from '../../kernel/store/tables.ts'
import { insertUnnested, unnested } from '../../kernel/store/unnested.ts'

const sealContext = sealContextIn('postings')

/** What a remittance did to a claim of a chain. */
export interface StoredPosting extends ClaimPosting {
  readonly rootId: string
  readonly patientId: string
  readonly remittanceId: string
  /** The remittance, or the void, that reversed it. */
  readonly reversedBy: string | null
}

/** The postings of remittances to chains of claims, oldest first. Decrypts each. */
export const listPostingsByChain = async (
  tx: AnyKysely,
  { access, vault, caller }: VaultContext,
  rootIds: readonly string[],
): Promise<StoredPosting[]> => {
  if (rootIds.length === 0) return []
  const rows = await tablesOf(tx)
    .selectFrom('billing.postings')
    .selectAll()
    .where(sql<boolean>`root_id = any (${rootIds}::uuid[])`)
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      claimId: row.claim_id,
      rootId: row.root_id,
      patientId: row.patient_id,
      remittanceId: row.remittance_id,
      adjudication: row.adjudication,
      chargeCents: centsOf(row.charge_cents),
      paidCents: centsOf(row.paid_cents),
      patientResponsibilityCents: centsOf(row.patient_cents),
      isReversed: row.reversed_by !== null,
      reversedBy: row.reversed_by,
      movements: await vault.open<readonly Movement[]>(
        tx,
        access,
        sealContext(caller.organizationId, row.id, row.patient_id),
        row.sealed,
      ),
    })),
  )
}

export const insertPostings = async (
  { tx, caller, vault, access }: WriteContext,
  postings: readonly StoredPosting[],
): Promise<void> => {
  if (postings.length === 0) return
  const { organizationId } = caller
  const sealed = await Promise.all(
    postings.map(({ id, patientId, movements }) => {
      access.touch(patientId)
      return vault.seal(tx, sealContext(organizationId, id, patientId), movements)
    }),
  )
  await insertUnnested('billing.postings', {
    organization_id: ['uuid', postings.map(() => organizationId)],
    id: ['uuid', postings.map(({ id }) => id)],
    claim_id: ['uuid', postings.map(({ claimId }) => claimId)],
    root_id: ['uuid', postings.map(({ rootId }) => rootId)],
    patient_id: ['uuid', postings.map(({ patientId }) => patientId)],
    remittance_id: ['uuid', postings.map(({ remittanceId }) => remittanceId)],
    adjudication: ['text', postings.map(({ adjudication }) => adjudication)],
    charge_cents: ['bigint', postings.map(({ chargeCents }) => chargeCents)],
    paid_cents: ['bigint', postings.map(({ paidCents }) => paidCents)],
    patient_cents: ['bigint', postings.map((posting) => posting.patientResponsibilityCents)],
    reversed_by: ['uuid', postings.map(({ reversedBy }) => reversedBy)],
    sealed: ['bytea', sealed],
  }).execute(tx)
}

export const updateReversedPostings = async (
  tx: AnyKysely,
  reversals: readonly Pick<StoredPosting, 'id' | 'reversedBy'>[],
): Promise<void> => {
  if (reversals.length === 0) return
  const rows = unnested('taken', {
    id: ['uuid', reversals.map(({ id }) => id)],
    by: ['uuid', reversals.map(({ reversedBy }) => reversedBy)],
  })
  const { numAffectedRows } = await sql`update billing.postings as posting set reversed_by = taken.by
    from ${rows} where posting.id = taken.id and posting.reversed_by is null`.execute(tx)
  if (numAffectedRows !== BigInt(reversals.length)) throw new Error('a posting was taken back twice')
}
