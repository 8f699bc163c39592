import { sql } from 'kysely'
import type { components } from '@visitkit/contract'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Day } from '../../kernel/model/claim.ts'
import type { ClaimState } from '../../kernel/model/claim-record.ts'

export interface AgedClaims {
  readonly state: ClaimState
  readonly age: components['schemas']['ClaimAge']
  readonly count: number
  readonly openCents: number
}

/** What is open on the payers' side, by the latest claim of each visit that is not a void, and by days since the visit. */
export const readAging = async (db: AnyKysely, today: Day): Promise<AgedClaims[]> => {
  const { rows } = await sql<{ state: ClaimState; age: AgedClaims['age']; claims: string; cents: string }>`
    select claim.state, claim.age, count(*) as claims, sum(account.insurance_cents) as cents
    from billing.visit_accounts as account
    cross join lateral (
      select state, case
          when ${today}::date - service_day::date <= 30 then '0-30'
          when ${today}::date - service_day::date <= 60 then '31-60'
          when ${today}::date - service_day::date <= 90 then '61-90'
          else 'over-90' end as age
      from billing.claims where visit_id = account.id and frequency <> 'void' order by id desc limit 1) as claim
    where account.insurance_cents > 0
    group by claim.state, claim.age order by claim.state, claim.age`.execute(db)
  return rows.map(({ state, age, claims, cents }) => ({ state, age, count: Number(claims), openCents: Number(cents) }))
}
