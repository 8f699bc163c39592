import type { components } from '@visitkit/contract'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
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
  /** The names and numbers (TRN03) under which it is known to pay. */
  readonly paysAs: readonly PayerSignature[]
}

/** How a payer signs its payments. */
export interface PayerSignature {
  readonly identifier: string
  /** Folded (folded-name.ts). */
  readonly name: string
}

const columns = [
  'id',
  'name',
  'kind',
  'payer_id as payerId',
  'filing_indicator as filingIndicator',
  'timely_filing_days as timelyFilingDays',
  'pays_as as paysAs',
] as const

export const payerOf = (row: Selectable<BillingTables['billing.payers']>): Payer => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  payerId: row.payer_id,
  filingIndicator: row.filing_indicator,
  timelyFilingDays: row.timely_filing_days,
  paysAs: row.pays_as,
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
  // What a person has confirmed stays when the payers are set up again.
  const added = { pays_as: JSON.stringify(payer.paysAs) }
  await tablesOf(tx)
    .insertInto('billing.payers')
    .values({ organization_id: caller.organizationId, id: newId(), payer_id: payer.payerId, ...known, ...added })
    .onConflict((conflict) => conflict.columns(['organization_id', 'payer_id']).doUpdateSet(known))
    .execute()
}

/** Adds a signature that a person has confirmed. No effect if it is known. */
export const rememberSignature = (payerId: string, signature: PayerSignature): Write => ({
  statement: addSignature,
  values: [payerId, JSON.stringify([signature])],
})
const addSignature = writeStatement({
  kind: 'update',
  table: 'billing.payers',
  set: 'pays_as = case when pays_as @> $2::jsonb then pays_as else pays_as || $2::jsonb end',
  where: 'id = $1::uuid',
  isConditional: false,
})
