import { sql } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { WriteContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { changeableStates, type ClaimDetails, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import { updateClaimCounts } from './claim-counts.ts'
import { claimSealContext, factsOf, type ClaimRow } from './claims.ts'
import { tablesOf } from '../../kernel/store/tables.ts'
import { unnested } from '../../kernel/store/unnested.ts'

/** The numbers by which partners and pages identify our claims. */
export interface ClaimNames {
  readonly numbers: readonly string[]
  readonly controlNumbers: readonly number[]
}

export interface LockedClaim {
  readonly facts: ClaimFacts
  readonly sealed: Uint8Array
}

/**
 * All claims of every chain that contains one of the named claims, oldest first within a chain. Locked, in the same order everywhere.
 * Decrypts nothing.
 */
export const lockChains = async (tx: AnyKysely, { numbers, controlNumbers }: ClaimNames): Promise<LockedClaim[]> => {
  if (numbers.length === 0 && controlNumbers.length === 0) return []
  const { rows } = await sql<ClaimRow>`select claim.* from billing.claims as claim
    where claim.root_id = any (array(
      select root_id from billing.claims where number = any (${numbers}::text[])
      union select root_id from billing.claims where control_number = any (${controlNumbers}::integer[])))
    order by claim.root_id, claim.id for update`.execute(tx)
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

export const decryptClaimDetails = (
  tx: AnyKysely,
  { access, vault, caller }: VaultContext,
  { facts: { id, patientId }, sealed }: LockedClaim,
): Promise<ClaimDetails> =>
  vault.open<ClaimDetails>(tx, access, claimSealContext(caller.organizationId, id, patientId), sealed)

export interface FollowedClaim {
  readonly before: ClaimFacts
  readonly after: ClaimFacts
  /** Null if they are unchanged. */
  readonly details: ClaimDetails | null
}

/**
 * Stores what partners reported about claims whose rows are locked. Writes only what a report can change; the version is checked anyway, as
 * in `updateClaim`.
 */
export const updateFollowedClaims = async (context: WriteContext, changes: readonly FollowedClaim[]): Promise<void> => {
  if (changes.length === 0) return
  const { tx, caller, vault, access } = context
  const sealed = await Promise.all(
    changes.map(async ({ after: { id, patientId }, details }) => {
      access.touch(patientId)
      return details === null ? null : vault.seal(tx, claimSealContext(caller.organizationId, id, patientId), details)
    }),
  )
  const after = changes.map((change) => change.after)
  const rows = unnested('now', {
    id: ['uuid', after.map(({ id }) => id)],
    former: ['integer', changes.map(({ before }) => before.version)],
    state: ['text', after.map(({ state }) => state)],
    paid_cents: ['bigint', after.map(({ paidCents }) => paidCents)],
    patient_cents: ['bigint', after.map(({ patientCents }) => patientCents)],
    payer_claim_number: ['text', after.map(({ payerClaimNumber }) => payerClaimNumber)],
    history: ['jsonb', after.map(({ history }) => JSON.stringify(history))],
    changed_at: ['timestamptz', after.map(({ changedAt }) => changedAt)],
    version: ['integer', after.map(({ version }) => version)],
    sealed: ['bytea', sealed],
  })
  const { numAffectedRows } =
    await sql`update billing.claims as claim set state = now.state, paid_cents = now.paid_cents,
      patient_cents = now.patient_cents, payer_claim_number = now.payer_claim_number, history = now.history,
      changed_at = now.changed_at, version = now.version, sealed = coalesce(now.sealed, claim.sealed)
    from ${rows} where claim.id = now.id and claim.version = now.former`.execute(tx)
  if (numAffectedRows !== BigInt(changes.length)) throw new Error('a claim changed although its row was locked')
  await updateClaimCounts(context, changes)
}
