import type { Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import type { Prescription, PrescriptionContent, PrescriptionFacts } from '../model/prescription.ts'
import { tablesOf, type PrescriptionsTables } from './tables.ts'

type Row = Selectable<PrescriptionsTables['prescriptions.prescriptions']>
export const prescriptionsTable = 'prescriptions.prescriptions'
const table = prescriptionsTable

/** The content is encrypted in `sealed`. */
export const prescriptions = factTable<PrescriptionFacts>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    visitId: ['visit_id', 'uuid'],
    continuedVisitId: ['continued_visit_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    status: ['status', 'text'],
    pharmacyId: ['pharmacy_id', 'text'],
    quantity: ['quantity', 'double precision'],
    daysSupply: ['days_supply', 'integer'],
    refills: ['refills', 'integer'],
    substitutionAllowed: ['substitution_allowed', 'boolean'],
    follows: ['follows', 'uuid'],
    replaces: ['replaces', 'boolean'],
    sentAs: ['sent_as', 'uuid'],
    fills: ['fills', 'integer'],
    filledAt: ['filled_at', 'timestamptz'],
    handedOutAt: ['handed_out_at', 'timestamptz'],
    beforeCancel: ['before_cancel', 'text'],
    cancelRequestedAt: ['cancel_requested_at', 'timestamptz'],
    attention: ['attention', 'text'],
    answerDueAt: ['answer_due_at', 'timestamptz'],
    supplyEndsAt: ['supply_ends_at', 'timestamptz'],
    signedAt: ['signed_at', 'timestamptz'],
    createdAt: ['created_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'follows', 'replaces', 'createdAt'], sealedFor: ({ patientId }) => patientId },
)

export const factColumns = prescriptions.columns as readonly Exclude<keyof Row, 'organization_id' | 'sealed'>[]
type FactRow = Pick<Row, (typeof factColumns)[number]>

export const factsOf = (row: FactRow): PrescriptionFacts => prescriptions.factOf(row)

export const isBeyondReach = (
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  row: Pick<Row, 'patient_id' | 'status'>,
): boolean => access.reach === 'own' && (!caller.patientIds.includes(row.patient_id) || row.status === 'draft')

/** The unencrypted part. Throws `not_found`, also outside the caller's reach; patients can read only signed prescriptions. */
export const readPrescriptionFacts = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<PrescriptionFacts> => {
  const { organizationId } = context.caller
  const [row] = await selectFacts(db, { organizationId, id: requireUuid(id) })
  if (row === undefined || isBeyondReach(context, row)) throw notFound('prescription unknown')
  return factsOf(row)
}
type Named = Placeholders<{ readonly organizationId: string; readonly id: string }>
const selectFacts = preparedRead((db, { organizationId, id }: Named) =>
  tablesOf(db).selectFrom(table).select(factColumns).where('organization_id', '=', organizationId).where('id', '=', id),
)

/** Which prescription each of these follows; those that follow none are left out. */
export const listFollowed = async (
  db: AnyKysely,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(['id', 'follows'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...ids])
    .where('follows', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, follows }) => (follows === null ? [] : [[id, follows] as const])))
}

/** A prescription as read, its content still encrypted. */
export type EncryptedPrescription = FactRow & Pick<Row, 'sealed'>

/** The same with the encrypted part, not decrypted. */
export const readEncryptedPrescription = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
): Promise<EncryptedPrescription> => {
  const { organizationId } = context.caller
  const [row] = await selectEncrypted(db, { organizationId, id: requireUuid(id) })
  if (row === undefined || isBeyondReach(context, row)) throw notFound('prescription unknown')
  return row
}
const selectEncrypted = preparedRead((db, { organizationId, id }: Named) =>
  tablesOf(db)
    .selectFrom(table)
    .select([...factColumns, 'sealed'])
    .where('organization_id', '=', organizationId)
    .where('id', '=', id),
)

/** The same, decrypted. */
export const readPrescription = async (db: AnyKysely, context: VaultContext, id: string): Promise<Prescription> =>
  decryptPrescription(db, context, await readEncryptedPrescription(db, context, id))

/** The same with the version of the list of the patient's signed prescriptions, which a signature advances. */
export const readPrescriptionToSign = async (
  db: AnyKysely,
  context: VaultContext,
  id: string,
): Promise<{ readonly prescription: Prescription; readonly listVersion: number }> => {
  const { organizationId } = context.caller
  const [row] = await selectToSign(db, { organizationId, id: requireUuid(id) })
  if (row === undefined || isBeyondReach(context, row)) throw notFound('prescription unknown')
  return { prescription: await decryptPrescription(db, context, row), listVersion: row.list_version ?? 0 }
}
const selectToSign = preparedRead((db, { organizationId, id }: Named) =>
  tablesOf(db)
    .selectFrom(`${table} as prescription`)
    .leftJoin('prescriptions.list_versions as list', (join) =>
      join
        .onRef('list.organization_id', '=', 'prescription.organization_id')
        .onRef('list.id', '=', 'prescription.patient_id'),
    )
    .select([...factColumns, 'sealed' as const].map((column) => `prescription.${column}` as const))
    .select('list.version as list_version')
    .where('prescription.organization_id', '=', organizationId)
    .where('prescription.id', '=', id),
)

/** By patient or by visit: one of the two is required, so that an index is used. */
export type PrescriptionFilter = (
  | { readonly patientId: string; readonly visitId?: string }
  | { readonly patientId?: undefined; readonly visitId: string }
) & {
  /** Only prescriptions that the patient takes at this time. */
  readonly takenAt?: Date
  readonly signedOnly: boolean
}

/** Newest first. Decrypts each. Excludes patients outside the caller's reach. */
export const listPrescriptions = async (
  db: AnyKysely,
  context: VaultContext,
  { patientId, visitId, takenAt, signedOnly }: PrescriptionFilter,
  page: PageCursor,
): Promise<Prescription[]> => {
  const own = [...context.caller.patientIds]
  if (context.access.reach === 'own' && own.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select([...factColumns, 'sealed'])
    .where('organization_id', '=', context.caller.organizationId)
    .$if(patientId !== undefined, (query) => query.where('patient_id', '=', patientId ?? ''))
    .$if(context.access.reach === 'own', (query) => query.where('patient_id', 'in', own))
    .$if(visitId !== undefined, (query) => query.where('visit_id', '=', requireUuid(visitId ?? '')))
    .$if(takenAt !== undefined, (query) => query.where('supply_ends_at', '>', takenAt ?? null))
    .$if(signedOnly, (query) => query.where('status', '!=', 'draft'))
    .$call(newestFirst(page))
    .execute()
  return Promise.all(rows.map((row) => decryptPrescription(db, context, row)))
}

/** Prescriptions whose response is overdue, the longest overdue first. */
export const listOverduePrescriptions = async (
  db: AnyKysely,
  now: Date,
  limit: number,
): Promise<PrescriptionFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom(table)
    .select(factColumns)
    .where('answer_due_at', '<=', now)
    .orderBy('answer_due_at')
    .limit(limit)
    .execute()
  return rows.map(factsOf)
}

const sealContextOf = (organizationId: string, { id, patientId }: PrescriptionFacts): SealContext => ({
  organizationId,
  table,
  rowId: id,
  patientId,
})

/** Decrypts a prescription that was read, and records the access. */
export const decryptPrescription = async (
  db: AnyKysely,
  { caller, access, vault }: VaultContext,
  row: EncryptedPrescription,
): Promise<Prescription> => {
  const facts = factsOf(row)
  return {
    ...facts,
    content: await vault.open<PrescriptionContent>(db, access, sealContextOf(caller.organizationId, facts), row.sealed),
  }
}
