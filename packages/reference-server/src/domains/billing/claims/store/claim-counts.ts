import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import type { ClaimFacts, ClaimState } from '../../kernel/model/claim-record.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

const shards = 16

/** Always the same for one claim, so that its increments and decrements are in one row. */
const shardOf = (claimId: string): number => Number.parseInt(claimId.slice(-1), 16) % shards

type Counted = Pick<ClaimFacts, 'id' | 'state' | 'chargeCents'>
export interface CountedChange {
  readonly before: Counted | null
  readonly after: Counted
}
interface Step {
  readonly state: ClaimState
  readonly shard: number
  claims: number
  cents: number
}

/** Updates the counts for new or changed claims. Nothing if they stay the same. */
export const countClaims = (
  { newId }: Pick<RequestContext, 'newId'>,
  changes: readonly CountedChange[],
): readonly Write[] => {
  const byKey = new Map<string, Step>()
  const add = ({ id, state, chargeCents }: Counted, sign: 1 | -1): void => {
    const shard = shardOf(id)
    const key = `${state} ${String(shard).padStart(2, '0')}`
    const step = byKey.get(key) ?? { state, shard, claims: 0, cents: 0 }
    byKey.set(key, step)
    step.claims += sign
    step.cents += sign * chargeCents
  }
  for (const { before, after } of changes) {
    if (before) add(before, -1)
    add(after, 1)
  }
  // In the same order everywhere, so that two claims which exchange states cannot deadlock.
  const steps = [...byKey]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, step]) => (step.claims === 0 && step.cents === 0 ? [] : [step]))
  return addToCounts.rows(
    steps.map(({ state, shard, claims, cents }) => ({ id: newId(), state, shard, claims, charge_cents: cents })),
  )
}
const addToCounts = rowsStatement(
  'billing.claim_counts',
  { id: 'uuid', state: 'text', shard: 'integer', claims: 'integer', charge_cents: 'bigint' },
  `(organization_id, state, shard) do update set claims = claim_counts.claims + excluded.claims,
    charge_cents = claim_counts.charge_cents + excluded.charge_cents`,
)

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
