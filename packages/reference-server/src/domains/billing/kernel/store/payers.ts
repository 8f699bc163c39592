import type { components } from '@visitkit/contract'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { FilingIndicator } from '../model/claim.ts'
import type { Selectable } from 'kysely'
import { tablesOf, type BillingTables } from './tables.ts'

export interface Payer {
  readonly id: string
  readonly name: string
  readonly kind: components['schemas']['Payer']['kind']
  /** The payer's id at the clearinghouse. */
  readonly payerId: string
  readonly filingIndicator: FilingIndicator
  readonly timelyFilingDays: number
}

const columns = [
  'id',
  'name',
  'kind',
  'payer_id as payerId',
  'filing_indicator as filingIndicator',
  'timely_filing_days as timelyFilingDays',
] as const

export const payerOf = (row: Selectable<BillingTables['billing.payers']>): Payer => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  payerId: row.payer_id,
  filingIndicator: row.filing_indicator,
  timelyFilingDays: row.timely_filing_days,
})

/** An organization has tens of payers, not thousands. */
export const mostPayers = 500

export const listPayers = (db: AnyKysely): Promise<Payer[]> =>
  tablesOf(db).selectFrom('billing.payers').select(columns).orderBy('name').orderBy('id').limit(mostPayers).execute()

export const findPayer = async (db: AnyKysely, id: string): Promise<Payer | null> =>
  isUuid(id)
    ? ((await tablesOf(db).selectFrom('billing.payers').select(columns).where('id', '=', id).executeTakeFirst()) ??
      null)
    : null

/** The payer of self-pay: listed like any other payer, but nothing is ever sent to it. Throws `not_found` while billing is not set up. */
export const readSelfPayer = async (db: AnyKysely): Promise<Payer> => {
  const payer = await tablesOf(db)
    .selectFrom('billing.payers')
    .select(columns)
    .where('kind', '=', 'self-pay')
    .limit(1)
    .executeTakeFirst()
  if (!payer) throw notFound('billing is not set up for this organization')
  return payer
}

/** Adds or updates a payer, identified by `payerId`. */
export const upsertPayer = async (
  { tx, caller, newId }: Pick<WriteContext, 'tx' | 'caller' | 'newId'>,
  payer: Omit<Payer, 'id'>,
): Promise<void> => {
  const known = {
    name: payer.name,
    kind: payer.kind,
    filing_indicator: payer.filingIndicator,
    timely_filing_days: payer.timelyFilingDays,
  }
  await tablesOf(tx)
    .insertInto('billing.payers')
    .values({ organization_id: caller.organizationId, id: newId(), payer_id: payer.payerId, ...known })
    .onConflict((conflict) => conflict.columns(['organization_id', 'payer_id']).doUpdateSet(known))
    .execute()
}
