import { sql } from 'kysely'
import type { AnyKysely } from '../contracts/database.ts'
import { newId } from '../database/ids/new-id.ts'
import type { CountedClient, StoredRefusals } from './refused-proofs.ts'

/** One row for each client of which a proof was refused. */
export const refusedProofStore = {
  /** Locks the row of a client, and returns it. Stores `first` if there is none. */
  lock: async (
    tx: AnyKysely,
    { organizationId, clientId }: CountedClient,
    first: StoredRefusals,
  ): Promise<StoredRefusals> => {
    const { rows } = await sql<StoredRefusals>`
      insert into identity.refused_proofs (organization_id, id, client_id, since, count, next_report)
      values (${organizationId}, ${newId()}, ${clientId}, ${first.since}, ${first.count}, ${first.nextReport})
      on conflict (organization_id, client_id) do update set client_id = excluded.client_id
      returning since, count, next_report as "nextReport"`.execute(tx)
    return rows[0] ?? first
  },
  replace: async (
    tx: AnyKysely,
    { clientId }: CountedClient,
    { since, count, nextReport }: StoredRefusals,
  ): Promise<void> => {
    await sql`
      update identity.refused_proofs set since = ${since}, count = ${count}, next_report = ${nextReport}
      where client_id = ${clientId}`.execute(tx)
  },
} as const
