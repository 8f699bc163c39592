import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { noSettings, type BillingSettings, type Fee } from '../../kernel/model/billing-settings.ts'
import type { FeeSchedule } from './fees.ts'
import { mostPayers, type Payer } from '../../kernel/store/payers.ts'

/** What an organization bills with: its identity, prices and the self-pay payer. */
export interface Terms {
  readonly settings: BillingSettings
  readonly fees: readonly Fee[]
  readonly payers: readonly Payer[]
  /** The payer of self-pay; null while billing is not set up for the organization (setUpBilling). */
  readonly selfPayer: Payer | null
  /** The last control number that was used; null without settings. */
  readonly lastControlNumber: number | null
}

/** In one statement: every operation that creates or shows a claim needs all of it. */
export const readTerms = async (db: AnyKysely): Promise<Terms> => {
  const { rows } = await sql<{
    settings: BillingSettings | null
    fees: readonly Fee[] | null
    payers: readonly Payer[] | null
    interchange: number | null
  }>`select (select settings from billing.settings) as settings,
    (select interchange from billing.settings) as interchange,
    (select items from billing.fee_schedules) as fees,
    (select json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'payerId', payer_id,
        'filingIndicator', filing_indicator, 'timelyFilingDays', timely_filing_days,
        'paysAs', pays_as) order by name, id)
      from (select * from billing.payers order by name, id limit ${mostPayers}) as payer) as payers`.execute(db)
  const [row] = rows
  const payers = row?.payers ?? []
  return {
    settings: row?.settings ?? noSettings,
    fees: row?.fees ?? [],
    payers,
    selfPayer: payers.find(({ kind }) => kind === 'self-pay') ?? null,
    lastControlNumber: row?.interchange ?? null,
  }
}

/** Identity and prices, in one statement: what an estimate needs. */
export const readPrices = async (
  db: AnyKysely,
): Promise<{ readonly settings: BillingSettings; readonly fees: FeeSchedule }> => {
  const { rows } = await sql<{
    settings: BillingSettings | null
    items: readonly Fee[] | null
    version: number | null
  }>`select (select settings from billing.settings) as settings, fees.items, fees.version
    from (select) as always left join billing.fee_schedules as fees on true`.execute(db)
  const [row] = rows
  return { settings: row?.settings ?? noSettings, fees: { items: row?.items ?? [], version: row?.version ?? 0 } }
}
