import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { returnedStates, type ClaimFacts } from '../../kernel/model/claim-record.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/** Whether another claim follows this one, and was neither rejected nor lost: a correction or a void. */
export const hasSuccessor = async (db: AnyKysely, { id }: Pick<ClaimFacts, 'id'>): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('billing.claims')
    .select('id')
    .where('follows_id', '=', id)
    .where('state', 'not in', [...returnedStates])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
