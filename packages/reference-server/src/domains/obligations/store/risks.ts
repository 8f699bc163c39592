import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { Risk } from '../model/risk.ts'
import { tablesOf } from './tables.ts'

const table = 'obligations.risks'

const risks = factTable<Risk>(
  table,
  {
    id: ['id', 'uuid'],
    asset: ['asset', 'text'],
    threat: ['threat', 'text'],
    likelihood: ['likelihood', 'integer'],
    impact: ['impact', 'integer'],
    treatment: ['treatment', 'text'],
    plan: ['plan', 'text'],
    controls: ['controls', 'text[]'],
    ownerId: ['owner_id', 'uuid'],
    reviewOn: ['review_on', 'text'],
    active: ['active', 'boolean'],
    version: ['version', 'integer'],
  },
  { fixed: ['asset', 'threat'] },
)

export const insertRisk = (risk: Risk): Write => risks.insert(risk)

/** Conditional: the risk is still as gathered in `before`. */
export const replaceRisk = (after: Risk, before: Risk): Write => risks.replace(after, before)

/** The greatest risk first, at most `take`. */
export const listRisks = async (
  db: AnyKysely,
  { active }: { readonly active: boolean },
  take: number,
): Promise<readonly Risk[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .$if(active, (query) => query.where('active', '=', true))
    .orderBy(sql`likelihood * impact`, 'desc')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(risks.factOf)
}

export const readRisk = async (db: AnyKysely, id: string): Promise<Risk> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().where('id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('risk_unknown')
  return risks.factOf(row)
}
