import { sql } from 'kysely'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { ClaimNames } from '../../claims/store/claim-chains.ts'
import type { Movement } from '../../kernel/model/account-ledger.ts'
import type { ClaimPosting } from '../model/post-remittance.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf } from '../../kernel/store/tables.ts'

export const postingSealContext = sealContextIn('postings')

/** What a remittance did to a claim of a chain. */
export interface StoredPosting extends ClaimPosting {
  readonly rootId: string
  readonly patientId: string
  readonly remittanceId: string
  /** The remittance, or the void, that reversed it. */
  readonly reversedBy: string | null
}

/** The postings of remittances to every chain that contains one of the named claims, oldest first. Decrypts each. */
export const listPostingsByChain = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  { numbers, controlNumbers }: ClaimNames,
): Promise<StoredPosting[]> => {
  if (numbers.length === 0 && controlNumbers.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom('billing.postings')
    .selectAll()
    .where(
      sql<boolean>`root_id = any (array(
        select root_id from billing.claims where number = any (${numbers}::text[])
        union select root_id from billing.claims where control_number = any (${controlNumbers}::integer[])))`,
    )
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
        db,
        access,
        postingSealContext(caller.organizationId, row.id, row.patient_id),
        row.sealed,
      ),
    })),
  )
}

export const insertPosting = ({ movements, ...posting }: StoredPosting): Write =>
  insertAll.row(rowOf(posting, null), { rowId: posting.id, patientId: posting.patientId, value: movements })

/** The same for postings that are encrypted already. */
export const insertPostings = (
  postings: readonly (Omit<StoredPosting, 'movements'> & { readonly sealed: Uint8Array })[],
): readonly Write[] => insertAll.rows(postings.map(({ sealed, ...posting }) => rowOf(posting, sealed)))

const rowOf = (posting: Omit<StoredPosting, 'movements'>, sealed: Uint8Array | null) => ({
  id: posting.id,
  claim_id: posting.claimId,
  root_id: posting.rootId,
  patient_id: posting.patientId,
  remittance_id: posting.remittanceId,
  adjudication: posting.adjudication,
  charge_cents: posting.chargeCents,
  paid_cents: posting.paidCents,
  patient_cents: posting.patientResponsibilityCents,
  reversed_by: posting.reversedBy,
  sealed,
})
const insertAll = rowsStatement('billing.postings', {
  ...{ id: 'uuid', claim_id: 'uuid', root_id: 'uuid', patient_id: 'uuid', remittance_id: 'uuid', adjudication: 'text' },
  ...{ charge_cents: 'bigint', paid_cents: 'bigint', patient_cents: 'bigint', reversed_by: 'uuid', sealed: 'bytea' },
})

/** Conditional: none of these postings was reversed before. */
export const reversePostings = (reversals: readonly Pick<StoredPosting, 'id' | 'reversedBy'>[]): readonly Write[] => {
  if (reversals.length === 0) return []
  const ids = reversals.map(({ id }) => id)
  const by = Object.fromEntries(reversals.map(({ id, reversedBy }) => [id, reversedBy]))
  return [
    { statement: inForce, values: [ids] },
    { statement: reverse, values: [ids, JSON.stringify(by)] },
  ]
}
const inForce = writeStatement({
  kind: 'check',
  table: 'billing.postings',
  condition: `(select count(*) from (
      select from billing.postings where id = any($1::uuid[]) and reversed_by is null order by id for no key update
    ) as locked) = cardinality($1::uuid[])`,
  isConditional: true,
})
const reverse = writeStatement({
  kind: 'update',
  table: 'billing.postings',
  set: 'reversed_by = ($2::jsonb ->> id::text)::uuid',
  where: 'id = any($1::uuid[])',
  isConditional: false,
})
