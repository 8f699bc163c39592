import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { tablesOf } from '../../kernel/store/tables.ts'
import type { ClaimQuery } from '../model/claim-query.ts'
import { factColumns, factsOf } from './claims.ts'

export const mostFound = 100

/** Claims by the start of the number, the charge, or the patient, the latest visit first. Each part uses one index. Decrypts nothing. */
export const findClaims = async (
  db: AnyKysely,
  { number, cents }: Pick<ClaimQuery, 'number' | 'cents'>,
  patientIds: readonly string[],
): Promise<ClaimFacts[]> => {
  const from = () =>
    tablesOf(db)
      .selectFrom('billing.claims')
      .select(factColumns)
      .orderBy('service_day', 'desc')
      .orderBy('id', 'desc')
      .limit(mostFound)
  const parts = [
    ...(number === null
      ? []
      : [
          from()
            .where(sql<boolean>`number collate "C" >= ${number}`)
            .where(sql<boolean>`number collate "C" < ${`${number}~`}`),
        ]),
    ...(cents === null ? [] : [from().where('charge_cents', '=', cents)]),
    ...(patientIds.length === 0 ? [] : [from().where(sql<boolean>`patient_id = any (${patientIds}::uuid[])`)]),
  ]
  const rows = (await Promise.all(parts.map((part) => part.execute()))).flat()
  const byId = new Map(rows.map((row) => [row.id, factsOf(row)]))
  return [...byId.values()]
    .toSorted((one, other) => (one.serviceDay === other.serviceDay ? 0 : one.serviceDay < other.serviceDay ? 1 : -1))
    .slice(0, mostFound)
}
