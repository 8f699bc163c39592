import { sql, type Selectable } from 'kysely'
import { unlessErased } from '../../../../platform/problems/unless-erased.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { ClaimNames } from '../../claims/store/claim-chains.ts'
import type { HeldBalance } from '../../kernel/model/next-payer.ts'
import type { Movement } from '../../kernel/model/account-ledger.ts'
import type { ClaimPosting } from '../model/post-remittance.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

export const postingSealContext = sealContextIn('postings')

/** What a remittance did to a claim of a chain. */
export interface StoredPosting extends ClaimPosting, HeldBalance {
  readonly rootId: string
  readonly patientId: string
  readonly remittanceId: string
  /** The remittance, or the void, that reversed it. */
  readonly reversedBy: string | null
  /** The payer says that it has forwarded the claim to another one. */
  readonly isForwarded: boolean
}

/** The postings of remittances to every chain that contains one of the named claims, oldest first. Decrypts each. */
export const listPostingsByChain = async (
  db: AnyKysely,
  context: VaultContext,
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
  const loaded = await Promise.all(rows.map((row) => unlessErased(decryptPosting(db, context, row))))
  return loaded.filter((posting) => posting !== null)
}

/** The decisions in force about a patient's claims. Decrypts each. */
export const listPostingsInForce = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
): Promise<StoredPosting[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.postings')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('reversed_by', 'is', null)
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => decryptPosting(db, context, row)))
}

const decryptPosting = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: Selectable<BillingTables['billing.postings']>,
): Promise<StoredPosting> => ({
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
  nextCoverageId: row.next_coverage_id,
  heldCents: centsOf(row.held_cents),
  answers: row.next_answers,
  isForwarded: row.is_forwarded,
  movements: await vault.open<readonly Movement[]>(
    db,
    access,
    postingSealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  ),
})

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
  next_coverage_id: posting.nextCoverageId,
  held_cents: posting.heldCents,
  next_answers: JSON.stringify(posting.answers),
  is_forwarded: posting.isForwarded,
  sealed,
})
const insertAll = rowsStatement('billing.postings', {
  ...{ id: 'uuid', claim_id: 'uuid', root_id: 'uuid', patient_id: 'uuid', remittance_id: 'uuid', adjudication: 'text' },
  ...{ charge_cents: 'bigint', paid_cents: 'bigint', patient_cents: 'bigint', reversed_by: 'uuid', sealed: 'bytea' },
  ...{ next_coverage_id: 'uuid', held_cents: 'bigint', next_answers: 'jsonb', is_forwarded: 'boolean' },
})

interface Reversal {
  readonly before: Pick<StoredPosting, 'id' | 'reversedBy' | 'answers'>
  /** `reversedBy`: null if the decision is in force again. */
  readonly after: Pick<StoredPosting, 'reversedBy'>
}

/** Conditional: these postings are reversed by what they were gathered with, and no other payer has answered about them since. */
export const reversePostings = (reversals: readonly Reversal[]): readonly Write[] => {
  if (reversals.length === 0) return []
  const ids = reversals.map(({ before }) => before.id)
  const by = Object.fromEntries(reversals.map(({ before, after }) => [before.id, after.reversedBy]))
  const seen = Object.fromEntries(reversals.map(({ before }) => [before.id, before.reversedBy]))
  return [
    {
      statement: asGathered,
      values: [ids, reversals.map(({ before }) => before.answers.length), JSON.stringify(seen)],
    },
    { statement: reverse, values: [ids, JSON.stringify(by)] },
  ]
}
const asGathered = writeStatement({
  kind: 'check',
  table: 'billing.postings',
  condition: `(select count(*) from (
      select from billing.postings as posting join unnest($1::uuid[], $2::integer[]) as seen (id, answers) using (id)
      where reversed_by is not distinct from ($3::jsonb ->> id::text)::uuid
        and jsonb_array_length(next_answers) = seen.answers order by id for no key update of posting
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

/**
 * Changes which payer is awaited, and what was answered. `movements`: what the decision has moved, if that changes; `reversedBy`: if that
 * changes too. Conditional: the posting and its balance are as gathered.
 */
export const replaceHeldBalance = (
  before: Pick<StoredPosting, 'id' | 'patientId' | 'nextCoverageId' | 'answers' | 'movements' | 'reversedBy'>,
  { nextCoverageId, heldCents, answers }: HeldBalance,
  movements: readonly Movement[] = before.movements,
  reversedBy: string | null = before.reversedBy,
): Write => ({
  statement: replaceBalance,
  values: [
    ...[before.id, nextCoverageId, heldCents, JSON.stringify(answers)],
    ...[before.nextCoverageId, before.answers.length, null, before.reversedBy, reversedBy],
  ],
  sealed: { at: 6, rowId: before.id, patientId: before.patientId, value: movements },
})

/** Conditional: the posting is in force, and the same payer is awaited. */
export const balanceAsGathered = ({
  id,
  nextCoverageId,
  answers,
}: Pick<StoredPosting, 'id' | 'nextCoverageId' | 'answers'>): Write => ({
  statement: sameBalance,
  values: [id, nextCoverageId, answers.length],
})
const sameBalance = writeStatement({
  kind: 'check',
  table: 'billing.postings',
  condition: `exists (select from billing.postings where id = $1::uuid and reversed_by is null
    and next_coverage_id is not distinct from $2::uuid and jsonb_array_length(next_answers) = $3::integer
    for no key update)`,
  isConditional: true,
})

const replaceBalance = writeStatement({
  kind: 'update',
  table: 'billing.postings',
  set: `next_coverage_id = $2::uuid, held_cents = $3::bigint, next_answers = $4::jsonb, sealed = $7::bytea,
    reversed_by = $9::uuid`,
  where: `id = $1::uuid and reversed_by is not distinct from $8::uuid and next_coverage_id is not distinct from $5::uuid
    and jsonb_array_length(next_answers) = $6::integer`,
  isConditional: true,
})
