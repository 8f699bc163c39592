import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { changeableStates, type ClaimDetails, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import { countClaims } from './claim-counts.ts'
import { claimSealContext, factsOf, type ClaimRow, type Writing } from './claims.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/** The numbers by which partners and pages identify our claims. */
export interface ClaimNames {
  readonly numbers: readonly string[]
  readonly controlNumbers: readonly number[]
}

export interface EncryptedClaim {
  readonly facts: ClaimFacts
  readonly sealed: Uint8Array
}

/** All claims of every chain that contains one of the named claims, oldest first within a chain. Decrypts nothing. */
export const listChains = async (db: AnyKysely, { numbers, controlNumbers }: ClaimNames): Promise<EncryptedClaim[]> => {
  if (numbers.length === 0 && controlNumbers.length === 0) return []
  const { rows } = await sql<ClaimRow>`select claim.* from billing.claims as claim
    where claim.root_id = any (array(
      select root_id from billing.claims where number = any (${numbers}::text[])
      union select root_id from billing.claims where control_number = any (${controlNumbers}::integer[])))
    order by claim.root_id, claim.id`.execute(db)
  return rows.map((row) => ({ facts: factsOf(row), sealed: row.sealed }))
}

/** Whether a payer has, or had, any claim of the visit, not only the latest. */
export const isWithPayer = async (db: AnyKysely, visitId: string): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('billing.claims')
    .select('id')
    .where('visit_id', '=', requireUuid(visitId))
    .where('state', 'not in', [...changeableStates])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Conditional: no payer has a claim of the visit. */
export const notWithPayer = (visitId: string): Write => ({
  statement: noneWithPayer,
  values: [visitId, [...changeableStates]],
})
const noneWithPayer = writeStatement({
  kind: 'check',
  table: 'billing.claims',
  condition: 'not exists (select from billing.claims where visit_id = $1::uuid and state <> all($2::text[]))',
  isConditional: true,
})

export const decryptClaimDetails = (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  { facts: { id, patientId }, sealed }: EncryptedClaim,
): Promise<ClaimDetails> =>
  vault.open<ClaimDetails>(db, access, claimSealContext(caller.organizationId, id, patientId), sealed)

export interface FollowedClaim {
  readonly before: ClaimFacts
  readonly after: ClaimFacts
  /** The encrypted details; null if they are unchanged. */
  readonly sealed: Uint8Array | null
}

/** Stores what partners reported about claims: only what a report can change. Together with `claimsAsGathered`. */
export const followClaims = (context: Writing, changes: readonly FollowedClaim[]): readonly Write[] => {
  if (changes.length === 0) return []
  for (const { after } of changes) context.access.touch(after.patientId)
  const reported = changes.map(({ after, sealed }) => [
    after.id,
    {
      state: after.state,
      paid: after.paidCents,
      patient: after.patientCents,
      number: after.payerClaimNumber,
      history: after.history,
      at: after.changedAt,
      version: after.version,
      sealed: sealed === null ? null : Buffer.from(sealed).toString('base64'),
    },
  ])
  return [
    { statement: follow, values: [changes.map(({ after }) => after.id), JSON.stringify(Object.fromEntries(reported))] },
    ...countClaims(context, changes),
  ]
}
// A lookup in the object for each row takes the same time, however many there are.
const follow = writeStatement({
  kind: 'update',
  table: 'billing.claims',
  set: `(state, paid_cents, patient_cents, payer_claim_number, history, changed_at, version, sealed) = (
      select now ->> 'state', (now ->> 'paid')::bigint, (now ->> 'patient')::bigint, now ->> 'number', now -> 'history',
        (now ->> 'at')::timestamptz, (now ->> 'version')::integer, coalesce(decode(now ->> 'sealed', 'base64'), claims.sealed)
      from (select $2::jsonb -> claims.id::text as now offset 0) as reported)`,
  where: 'id = any($1::uuid[])',
  isConditional: false,
})
