import type { components } from '@visitkit/contract'
import type { Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { WriteContext, RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import type { Day } from '../../kernel/model/claim.ts'
import { versionConflict } from '../../problems.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { payerOf, type Payer } from '../../kernel/store/payers.ts'
import { tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

type CoverageSchema = components['schemas']['Coverage']

/** The PHI of a coverage. */
export interface CoverageDetails {
  readonly memberNumber: string
  readonly groupNumber: string | null
  readonly relationship: CoverageSchema['relationship']
  /** Null if the patient is the subscriber. */
  readonly subscriber: NonNullable<CoverageSchema['subscriber']> | null
}

/** A patient's coverage from `from` to `to`, both inclusive. FHIR: Coverage. */
export interface Coverage extends CoverageDetails {
  readonly id: string
  readonly patientId: string
  readonly payerId: string
  readonly order: number
  readonly from: Day
  readonly to: Day | null
  readonly version: number
}

type Row = Selectable<BillingTables['billing.coverages']>
const sealContext = sealContextIn('coverages')

/** A patient has few. More than this is a lifetime of consecutive coverages. */
const most = 100

const decryptCoverage = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  row: Row,
): Promise<Coverage> => ({
  id: row.id,
  patientId: row.patient_id,
  payerId: row.payer_id,
  order: row.rank,
  from: row.valid_from,
  to: row.valid_to,
  version: row.version,
  ...(await vault.open<CoverageDetails>(
    db,
    access,
    sealContext(caller.organizationId, row.id, row.patient_id),
    row.sealed,
  )),
})

/** The latest first, except those that ended years ago. */
export const listCoverages = async (db: AnyKysely, context: VaultContext, patientId: string): Promise<Coverage[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.coverages')
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .orderBy('rank')
    .orderBy('valid_from', 'desc')
    .limit(most)
    .execute()
  return Promise.all(rows.map((row) => decryptCoverage(db, context, row)))
}

/** The primary coverage on a day; null for a self-pay patient. Decrypts at most one. */
export const findCoverageByDay = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  day: Day,
): Promise<Coverage | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.coverages')
    .selectAll()
    .where('patient_id', '=', requireUuid(patientId))
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('rank')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : decryptCoverage(db, context, row)
}

export const isCoveredOn = async (db: AnyKysely, patientId: string, day: Day): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('billing.coverages')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Throws `not_found`, also outside the caller's reach. */
export const readCoverage = async (
  db: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'access'>,
  id: string,
  lock: RowLock = 'none',
): Promise<Coverage> => {
  const row = await tablesOf(db)
    .selectFrom('billing.coverages')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return decryptCoverage(db, context, withinReach(context, row))
}

/**
 * A payer and, if given, a coverage, in one statement. Throws `not_found` if the coverage does not exist or is outside the caller's reach.
 */
export const findPayerAndCoverage = async (
  db: AnyKysely,
  context: VaultContext & Pick<RequestContext, 'access'>,
  payerId: string,
  coverageId: string | null,
): Promise<{ readonly payer: Payer | undefined; readonly coverage: Coverage | null }> => {
  const row = await tablesOf(db)
    .selectFrom('billing.payers as payer')
    .leftJoin('billing.coverages as coverage', (join) => join.on('coverage.id', '=', coverageId))
    .selectAll('coverage')
    .select((column) => column.fn.toJson('payer').as('payer'))
    .where('payer.id', '=', payerId)
    .executeTakeFirst()
  if (row === undefined) return { payer: undefined, coverage: null }
  const { payer, ...found } = row
  return {
    payer: payerOf(payer),
    coverage:
      coverageId === null
        ? null
        : await decryptCoverage(db, context, withinReach(context, isFound(found) ? found : undefined)),
  }
}

const isFound = (row: { readonly id: string | null }): row is Row => row.id !== null

/** Whether another coverage of the same order is in force on a day of the period. The patient's account is locked during the check. */
export const hasOverlap = async (
  tx: AnyKysely,
  { patientId, order, from, to }: Pick<Coverage, 'patientId' | 'order' | 'from' | 'to'>,
): Promise<boolean> => {
  const row = await tablesOf(tx)
    .selectFrom('billing.coverages')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('rank', '=', order)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', from)]))
    .$if(to !== null, (query) => query.where('valid_from', '<=', to ?? from))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const insertCoverage = async (
  { tx, caller, vault, access }: WriteContext,
  coverage: Coverage,
): Promise<void> => {
  const { id, patientId, payerId, order, from, to, version, ...details } = coverage
  access.touch(patientId)
  const { organizationId } = caller
  await tablesOf(tx)
    .insertInto('billing.coverages')
    .values({
      organization_id: organizationId,
      id,
      patient_id: patientId,
      payer_id: payerId,
      rank: order,
      valid_from: from,
      valid_to: to,
      version,
      sealed: await vault.seal(tx, sealContext(organizationId, id, patientId), details satisfies CoverageDetails),
    })
    .execute()
}

export const endCoverage = async (tx: AnyKysely, before: Coverage, to: Day): Promise<Coverage> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('billing.coverages')
    .set({ valid_to: to, version: before.version + 1 })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw versionConflict()
  return { ...before, to, version: before.version + 1 }
}
