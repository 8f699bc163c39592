import { sql } from 'kysely'
import type { AnyKysely, Keeping } from '../../../platform/seams.ts'
import type { ClaimFacts, ClaimState } from '../model/claim-record.ts'
import { tablesOf } from './tables.ts'

const shards = 16

/** The same for a claim for ever, so that what it adds and takes away meet in one row. */
const shardOf = (claimId: string): number => Number.parseInt(claimId.slice(-1), 16) % shards

type Counted = Pick<ClaimFacts, 'id' | 'state' | 'chargeCents'>

/** Keeps the counts in step with a claim that is new or has changed, in its transaction. */
export const countClaim = async (keeping: Keeping, before: Counted | null, after: Counted): Promise<void> => {
  if (before?.state === after.state && before.chargeCents === after.chargeCents) return
  const steps = [
    ...(before ? [{ state: before.state, claims: -1, cents: -before.chargeCents }] : []),
    { state: after.state, claims: 1, cents: after.chargeCents },
  ]
  // In one order for everyone: two claims that change places must not wait for each other.
  for (const { state, claims, cents } of steps.toSorted((a, b) => a.state.localeCompare(b.state)))
    await sql`
      insert into billing.claim_counts as known (organization_id, id, state, shard, claims, charge_cents)
      values (${keeping.caller.organizationId}, ${keeping.newId()}, ${state}, ${shardOf(after.id)}, ${claims}, ${cents})
      on conflict (organization_id, state, shard) do update
      set claims = known.claims + excluded.claims, charge_cents = known.charge_cents + excluded.charge_cents`.execute(
      keeping.tx,
    )
}

export const readClaimCounts = async (
  db: AnyKysely,
): Promise<{ state: ClaimState; count: number; chargeCents: number }[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.claim_counts')
    .select(({ fn }) => ['state', fn.sum('claims').as('claims'), fn.sum('charge_cents').as('cents')])
    .groupBy('state')
    .orderBy('state')
    .execute()
  return rows.map(({ state, claims, cents }) => ({ state, count: Number(claims), chargeCents: Number(cents) }))
}
