import type { Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import type { SealContext } from '../../../../platform/contracts/vault.ts'
import type { Prescription, PrescriptionContent, PrescriptionFacts } from '../model/prescription.ts'
import { tablesOf, type PrescriptionsTables } from './tables.ts'

type Row = Selectable<PrescriptionsTables['prescriptions.prescriptions']>
export const prescriptionsTable = 'prescriptions.prescriptions'
const table = prescriptionsTable

export const factColumns = [
  'id',
  'patient_id',
  'visit_id',
  'practitioner_id',
  'status',
  'pharmacy_id',
  'quantity',
  'days_supply',
  'refills',
  'substitution_allowed',
  'follows',
  'replaces',
  'sent_as',
  'fills',
  'filled_at',
  'handed_out_at',
  'before_cancel',
  'cancel_requested_at',
  'attention',
  'answer_due_at',
  'supply_ends_at',
  'signed_at',
  'created_at',
  'version',
] as const satisfies readonly (keyof Row)[]

export const factsOf = (row: Pick<Row, (typeof factColumns)[number]>): PrescriptionFacts => ({
  id: row.id,
  patientId: row.patient_id,
  visitId: row.visit_id,
  practitionerId: row.practitioner_id,
  status: row.status,
  pharmacyId: row.pharmacy_id,
  quantity: row.quantity,
  daysSupply: row.days_supply,
  refills: row.refills,
  substitutionAllowed: row.substitution_allowed,
  follows: row.follows,
  replaces: row.replaces,
  sentAs: row.sent_as,
  fills: row.fills,
  filledAt: row.filled_at,
  handedOutAt: row.handed_out_at,
  beforeCancel: row.before_cancel,
  cancelRequestedAt: row.cancel_requested_at,
  attention: row.attention,
  answerDueAt: row.answer_due_at,
  supplyEndsAt: row.supply_ends_at,
  signedAt: row.signed_at,
  createdAt: row.created_at,
  version: row.version,
})

export const isBeyondReach = (
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  row: Pick<Row, 'patient_id' | 'status'>,
): boolean => access.reach === 'own' && (!caller.patientIds.includes(row.patient_id) || row.status === 'draft')

/** The unencrypted part. Throws `not_found`, also outside the caller's reach; patients can read only signed prescriptions. */
export const readPrescriptionFacts = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
  lock: RowLock = 'none',
): Promise<PrescriptionFacts> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select(factColumns)
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(context, row)) throw notFound('prescription unknown')
  return factsOf(row)
}

/** A prescription as read, its content still encrypted. */
export type EncryptedPrescription = Pick<Row, (typeof factColumns)[number] | 'sealed'>

/** The same with the encrypted part, not decrypted. */
export const readEncryptedPrescription = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'caller' | 'access'>,
  id: string,
  lock: RowLock = 'none',
): Promise<EncryptedPrescription> => {
  const row = await tablesOf(db)
    .selectFrom(table)
    .select([...factColumns, 'sealed'])
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined || isBeyondReach(context, row)) throw notFound('prescription unknown')
  return row
}

/** The same, decrypted. */
export const readPrescription = async (
  db: AnyKysely,
  context: VaultContext,
  id: string,
  lock: RowLock = 'none',
): Promise<Prescription> => decryptPrescription(db, context, await readEncryptedPrescription(db, context, id, lock))

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

export const sealContextOf = (organizationId: string, { id, patientId }: PrescriptionFacts): SealContext => ({
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

export const insertPrescription = async (
  tx: AnyKysely,
  { caller, vault, access }: VaultContext,
  prescription: Prescription,
): Promise<void> => {
  access.touch(prescription.patientId)
  await tablesOf(tx)
    .insertInto(table)
    .values({
      organization_id: caller.organizationId,
      id: prescription.id,
      patient_id: prescription.patientId,
      follows: prescription.follows,
      replaces: prescription.replaces,
      created_at: prescription.createdAt,
      ...changeable(prescription),
      sealed: await vault.seal(tx, sealContextOf(caller.organizationId, prescription), prescription.content),
    })
    .execute()
}

export const deleteDraft = async (
  tx: AnyKysely,
  { caller, access }: Pick<RequestContext, 'caller' | 'access'>,
  { id, patientId, version }: PrescriptionFacts,
): Promise<boolean> => {
  access.touch(patientId)
  const { numDeletedRows } = await tablesOf(tx)
    .deleteFrom(table)
    .where('organization_id', '=', caller.organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

export const changeable = (facts: PrescriptionFacts) => ({
  visit_id: facts.visitId,
  practitioner_id: facts.practitionerId,
  status: facts.status,
  pharmacy_id: facts.pharmacyId,
  quantity: facts.quantity,
  days_supply: facts.daysSupply,
  refills: facts.refills,
  substitution_allowed: facts.substitutionAllowed,
  sent_as: facts.sentAs,
  fills: facts.fills,
  filled_at: facts.filledAt,
  handed_out_at: facts.handedOutAt,
  before_cancel: facts.beforeCancel,
  cancel_requested_at: facts.cancelRequestedAt,
  attention: facts.attention,
  answer_due_at: facts.answerDueAt,
  supply_ends_at: facts.supplyEndsAt,
  signed_at: facts.signedAt,
  version: facts.version,
})
