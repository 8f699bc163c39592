import type { components } from '@visitkit/contract'
import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import type { Day } from '../../kernel/model/claim.ts'
import type { OrderedCoverage } from '../../kernel/model/next-payer.ts'
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
  /** The patient's name as the card writes it; null if it is the patient's own. */
  readonly nameOnCard: NonNullable<CoverageSchema['nameOnCard']> | null
  /** Null unless Medicare is not the first payer, and in coverages from before it was asked. */
  readonly medicareSecondaryReason: NonNullable<CoverageSchema['medicareSecondaryReason']> | null
  /** When the facts changed that the payer compares: an answer to an earlier question is not about them. Null if they never did. */
  readonly correctedAt: string | null
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

/** Details from before the name on the card, the reason for a payer before Medicare, or corrections have none. */
type Later = 'nameOnCard' | 'medicareSecondaryReason' | 'correctedAt'
type StoredDetails = Omit<CoverageDetails, Later> & Partial<Pick<CoverageDetails, Later>>

const decryptCoverage = async (db: AnyKysely, { access, vault, caller }: VaultContext, row: Row): Promise<Coverage> => {
  const context = sealContext(caller.organizationId, row.id, row.patient_id)
  const details = await vault.open<StoredDetails>(db, access, context, row.sealed)
  return {
    id: row.id,
    patientId: row.patient_id,
    payerId: row.payer_id,
    order: row.rank,
    from: row.valid_from,
    to: row.valid_to,
    version: row.version,
    ...details,
    nameOnCard: details.nameOnCard ?? null,
    medicareSecondaryReason: details.medicareSecondaryReason ?? null,
    correctedAt: details.correctedAt ?? null,
  }
}

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
  const [row] = await selectByDay(db, { patientId: requireUuid(patientId), day })
  return row === undefined ? null : decryptCoverage(db, context, row)
}
const inForce = (db: AnyKysely, { patientId, day }: Placeholders<{ patientId: string; day: Day }>) =>
  tablesOf(db)
    .selectFrom('billing.coverages')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .orderBy('rank')
const selectByDay = preparedRead((db, values: Placeholders<{ patientId: string; day: Day }>) =>
  inForce(db, values).limit(1),
)

/** Coverages in force on a day, in order of billing. */
export const listCoveragesByDay = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  day: Day,
): Promise<Coverage[]> => {
  const rows = await selectAllByDay(db, { patientId: requireUuid(patientId), day })
  return Promise.all(rows.map((row) => decryptCoverage(db, context, row)))
}
const selectAllByDay = preparedRead((db, values: Placeholders<{ patientId: string; day: Day }>) =>
  inForce(db, values).limit(most),
)

type StoredCoverage = OrderedCoverage & Pick<Coverage, 'payerId' | 'version'>

/** Conditional: these patients have the coverages that were gathered. */
export const coveragesAsGathered = (patientIds: readonly string[], gathered: readonly StoredCoverage[]): Write => ({
  statement: sameCoverages,
  values: [patientIds, gathered.length, gathered.reduce((sum, { version }) => sum + version, 0)],
})
const sameCoverages = writeStatement({
  kind: 'check',
  table: 'billing.coverages',
  condition: `(select count(*) = $2::integer and coalesce(sum(version), 0) = $3::integer
    from billing.coverages where patient_id = any($1::uuid[]))`,
  isConditional: true,
})

/** Of these patients: when which coverage is in force. Decrypts nothing. */
export const listOrderedCoverages = async (db: AnyKysely, patientIds: readonly string[]): Promise<StoredCoverage[]> => {
  if (patientIds.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom('billing.coverages')
    .select(['id', 'patient_id', 'payer_id', 'rank', 'valid_from', 'valid_to', 'version'])
    .where(sql<boolean>`patient_id = any (${patientIds}::uuid[])`)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, patientId: row.patient_id, payerId: row.payer_id },
    ...{ order: row.rank, from: row.valid_from, to: row.valid_to, version: row.version },
  }))
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
): Promise<Coverage> => {
  const row = await tablesOf(db)
    .selectFrom('billing.coverages')
    .selectAll()
    .where('id', '=', requireUuid(id))
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
  const [row] = await selectPayerAndCoverage(db, { payerId, coverageId })
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

interface PayerAndCoverage {
  readonly payerId: string
  readonly coverageId: string | null
}
const selectPayerAndCoverage = preparedRead((db, { payerId, coverageId }: Placeholders<PayerAndCoverage>) =>
  tablesOf(db)
    .selectFrom('billing.payers as payer')
    .leftJoin('billing.coverages as coverage', (join) => join.on('coverage.id', '=', coverageId))
    .selectAll('coverage')
    .select((column) => column.fn.toJson('payer').as('payer'))
    .where('payer.id', '=', payerId),
)

const isFound = (row: { readonly id: string | null }): row is Row => row.id !== null

/** Whether another coverage of the same order is in force on a day of the period. */
export const hasOverlap = async (
  db: AnyKysely,
  {
    id,
    patientId,
    order,
    from,
    to,
  }: Pick<Coverage, 'patientId' | 'order' | 'from' | 'to'> & { readonly id: string | null },
): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('billing.coverages')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('rank', '=', order)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', from)]))
    .$if(id !== null, (query) => query.where('id', '!=', id))
    .$if(to !== null, (query) => query.where('valid_from', '<=', to ?? from))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Facts = Omit<Coverage, keyof CoverageDetails>
/** The details are encrypted in `sealed`. */
const coverages = factTable<Facts>(
  'billing.coverages',
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    payerId: ['payer_id', 'uuid'],
    order: ['rank', 'integer'],
    from: ['valid_from', 'text'],
    to: ['valid_to', 'text'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId'], sealedFor: ({ patientId }) => patientId },
)

export const insertCoverage = (coverage: Coverage): Write => {
  const { id, patientId, payerId, order, from, to, version } = coverage
  return coverages.insert({ id, patientId, payerId, order, from, to, version }, detailsOf(coverage))
}

/** Conditional: the coverage is still as gathered in `before`. */
export const replaceCoverage = (after: Coverage, before: Coverage): Write => coverages.replace(after, before)

/** The same, with changed details. */
export const replaceCoverageDetails = (after: Coverage, before: Coverage): Write =>
  coverages.replace(after, before, detailsOf(after))

const detailsOf = ({
  memberNumber,
  groupNumber,
  relationship,
  subscriber,
  nameOnCard,
  medicareSecondaryReason,
  correctedAt,
}: Coverage): CoverageDetails => ({
  memberNumber,
  groupNumber,
  relationship,
  subscriber,
  nameOnCard,
  medicareSecondaryReason,
  correctedAt,
})
