import { notFound } from '../../../platform/problems/problem.ts'
import type { Situation } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealedPlace, Vault } from '../../../platform/contracts/vault.ts'
import type { Patient, SealedPatient } from '../model/patient.ts'
import { searchForm } from '../model/search-form.ts'
import { recordNumberTaken } from '../problems.ts'
import { isDuplicate } from '../../../platform/database/errors/is-duplicate.ts'
import { isKnownForm, knownId } from '../../../platform/database/ids/known-id.ts'
import { oldestFirst, pageOf, type PagePlace } from '../../../platform/database/ids/page-of-ids.ts'
import { forgetOnCommit } from './recent-facts.ts'
import { tablesOf } from './tables.ts'

/** Who opens and seals: the part of a handler's situation that the vault needs. */
export type Opening = Pick<Situation, 'access' | 'vault' | 'caller'>

export interface PatientCriteria {
  readonly family?: string | undefined
  readonly birthDate?: string | undefined
  readonly recordNumber?: string | undefined
}

export interface PatientRow {
  readonly id: string
  readonly zone: string
  readonly version: number
  readonly sealed: Uint8Array
}
const columns = ['id', 'zone', 'version', 'sealed'] as const

export const readPatient = async (db: AnyKysely, opening: Opening, id: string): Promise<Patient> => {
  opening.access.touch(knownId(id))
  return openPatient(db, opening, await readPatientRow(db, id))
}

/** Opens nothing and notes no access: that falls to whoever opens it. */
export const readPatientRow = async (db: AnyKysely, id: string): Promise<PatientRow> => {
  const row = await tablesOf(db)
    .selectFrom('directory.patients')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('patient_unknown')
  return row
}

/** Held until the transaction ends, so that invitations, rights and sign-ins of one patient are changed one after the other. */
export const lockPatient = async (tx: AnyKysely, { access }: Pick<Opening, 'access'>, id: string): Promise<void> => {
  access.touch(knownId(id))
  if (!(await lockPatientRow(tx, id))) throw notFound('patient_unknown')
}

/** The same where no one is shown anything of the patient: notes no access. False when there is no such patient. */
export const lockPatientRow = async (tx: AnyKysely, id: string): Promise<boolean> => {
  const row = await tablesOf(tx)
    .selectFrom('directory.patients')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** In the order of `ids`, without those that the organization does not know. Opens nothing. */
export const readPatientRows = async (db: AnyKysely, ids: readonly string[]): Promise<PatientRow[]> => {
  const known = [...new Set(ids)].filter(isKnownForm)
  if (known.length === 0) return []
  const rows = await tablesOf(db).selectFrom('directory.patients').select(columns).where('id', 'in', known).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return known.flatMap((id) => byId.get(id) ?? [])
}

/** The same, opened. */
export const readPatients = async (db: AnyKysely, opening: Opening, ids: readonly string[]): Promise<Patient[]> =>
  openPatients(db, opening, await readPatientRows(db, ids))

/** The patients who meet every criterion given. Opens those that are shown and no more. */
export const findPatients = async (
  db: AnyKysely,
  opening: Opening,
  criteria: PatientCriteria,
  page: PagePlace,
): Promise<{ patients: Patient[]; nextCursor: string | null }> => {
  const index = indexesOf(db, opening.vault, opening.caller.organizationId)
  const { family, birthDate, recordNumber } = criteria
  let query = tablesOf(db).selectFrom('directory.patients').select(columns)
  if (family !== undefined) query = query.where('family_index', '=', await index.family(family))
  if (birthDate !== undefined) query = query.where('birth_date_index', '=', await index.birthDate(birthDate))
  if (recordNumber !== undefined)
    query = query.where('record_number_index', '=', await index.recordNumber(recordNumber))
  const { items, nextCursor } = pageOf(await query.$call(oldestFirst(page)).execute(), page)
  return { patients: await openPatients(db, opening, items), nextCursor }
}

export const readPatientZone = async (
  db: AnyKysely,
  { access }: Pick<Opening, 'access'>,
  id: string,
): Promise<string> => {
  access.touch(knownId(id))
  const zone = (await patientZones(db, [id])).get(id)
  if (zone === undefined) throw notFound('patient_unknown')
  return zone
}

/** Zones by patient id: readable without opening anything. */
export const patientZones = async (db: AnyKysely, ids: readonly string[]): Promise<Map<string, string>> => {
  const known = ids.filter(isKnownForm)
  if (known.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom('directory.patients')
    .select(['id', 'zone'])
    .where('id', 'in', known)
    .execute()
  return new Map(rows.map((row) => [row.id, row.zone]))
}

export const insertPatient = async (tx: AnyKysely, opening: Opening, patient: Patient): Promise<void> => {
  opening.access.touch(patient.id)
  forgetOnCommit(patient.id)
  const { organizationId } = opening.caller
  await tablesOf(tx)
    .insertInto('directory.patients')
    .values({ organization_id: organizationId, id: patient.id, ...(await columnsOf(tx, opening, patient)) })
    .execute()
    .catch((error: unknown) => {
      throw isDuplicate(error) ? recordNumberTaken() : error
    })
}

export const replacePatient = async (tx: AnyKysely, opening: Opening, patient: Patient): Promise<boolean> => {
  opening.access.touch(patient.id)
  forgetOnCommit(patient.id)
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.patients')
    .set(await columnsOf(tx, opening, patient))
    .where('id', '=', patient.id)
    .where('version', '=', patient.version - 1)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const columnsOf = async (tx: AnyKysely, { vault, caller }: Opening, patient: Patient) => {
  const { organizationId } = caller
  const index = indexesOf(tx, vault, organizationId)
  const { id, zone, version, ...sealed } = patient
  return {
    zone,
    version,
    family_index: await index.family(patient.name.family === '' ? patient.name.given : patient.name.family),
    birth_date_index: await index.birthDate(patient.birthDate),
    record_number_index: patient.recordNumber === undefined ? null : await index.recordNumber(patient.recordNumber),
    sealed: await vault.seal(tx, placeOfPatient(organizationId, id), sealed satisfies SealedPatient),
  }
}

/** A person with one name is found by it. */
const indexesOf = (db: AnyKysely, vault: Vault, organizationId: string) => ({
  family: (value: string) => vault.blindIndex(db, organizationId, 'directory.patients.family', searchForm(value)),
  birthDate: (value: string) => vault.blindIndex(db, organizationId, 'directory.patients.birth_date', value),
  recordNumber: (value: string) =>
    vault.blindIndex(db, organizationId, 'directory.patients.record_number', searchForm(value)),
})

const placeOfPatient = (organizationId: string, id: string): SealedPlace => ({
  organizationId,
  table: 'directory.patients',
  rowId: id,
  patientId: id,
})

export const openPatient = async (
  db: AnyKysely,
  { vault, access, caller }: Opening,
  row: PatientRow,
): Promise<Patient> => {
  const sealed = await vault.open<SealedPatient>(db, access, placeOfPatient(caller.organizationId, row.id), row.sealed)
  return { ...sealed, id: row.id, zone: row.zone, version: row.version }
}

export const openPatients = (db: AnyKysely, opening: Opening, rows: readonly PatientRow[]): Promise<Patient[]> =>
  Promise.all(rows.map((row) => openPatient(db, opening, row)))
