import { sql } from 'kysely'
import { notFound } from '../../../platform/problems/problem.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext, Vault } from '../../../platform/contracts/vault.ts'
import { nextRecordNumber } from '../model/next-record-number.ts'
import { nameTokens, searchTokens, type NamePart, type NameToken } from '../model/name-tokens.ts'
import type { Patient, PatientContent } from '../model/patient.ts'
import { normalizeForSearch } from '../model/normalize-for-search.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { oldestFirst, pageOf, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { tablesOf } from './tables.ts'

export interface PatientCriteria {
  readonly family?: string | undefined
  readonly given?: string | undefined
  /** Of the names. Default: `whole`. */
  readonly match?: 'whole' | 'start' | undefined
  readonly birthDate?: string | undefined
  readonly recordNumber?: string | undefined
  readonly phone?: string | undefined
}

export interface EncryptedPatient {
  readonly id: string
  readonly zone: string
  readonly replaced_by: string | null
  readonly version: number
  readonly sealed: Uint8Array
}
const table = 'directory.patients'
const columns = ['id', 'zone', 'replaced_by', 'version', 'sealed'] as const

export const readPatient = async (db: AnyKysely, context: VaultContext, id: string): Promise<Patient> => {
  context.access.touch(requireUuid(id))
  return decryptPatient(db, context, await readEncryptedPatient(db, id))
}

const inMemory = factsInMemory('directory.patients', { 'directory.patient-changed': ({ patientId }) => patientId })

/** Decrypts nothing and records no access: the caller that decrypts it does. */
export const readEncryptedPatient = async (db: AnyKysely, id: string): Promise<EncryptedPatient> => {
  const row = await inMemory(db, id, () =>
    tablesOf(db).selectFrom('directory.patients').select(columns).where('id', '=', id).executeTakeFirst(),
  )
  if (!row) throw notFound('patient_unknown')
  return row
}

/** Locks the patient until the transaction ends, so that changes of invitations, rights and sign-ins run one after the other. */
export const lockPatient = async (
  tx: AnyKysely,
  { access }: Pick<VaultContext, 'access'>,
  id: string,
): Promise<void> => {
  access.touch(requireUuid(id))
  if (!(await lockPatientRow(tx, id))) throw notFound('patient_unknown')
}

/** The same without showing the patient, and so without recording an access. False if there is no such patient. */
export const lockPatientRow = async (tx: AnyKysely, id: string): Promise<boolean> => {
  const row = await tablesOf(tx)
    .selectFrom('directory.patients')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** In the order of `ids`, without unknown ones. Decrypts nothing. */
export const listEncryptedPatients = async (db: AnyKysely, ids: readonly string[]): Promise<EncryptedPatient[]> => {
  const known = [...new Set(ids)].filter(isUuid)
  if (known.length === 0) return []
  const rows = await tablesOf(db).selectFrom('directory.patients').select(columns).where('id', 'in', known).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return known.flatMap((id) => byId.get(id) ?? [])
}

/** The same, decrypted. */
export const readPatients = async (db: AnyKysely, context: VaultContext, ids: readonly string[]): Promise<Patient[]> =>
  decryptPatients(db, context, await listEncryptedPatients(db, ids))

/** The patients who match every given criterion. Decrypts only those that are shown. */
export const findPatients = async (
  db: AnyKysely,
  context: VaultContext,
  criteria: PatientCriteria,
  page: PageCursor,
): Promise<{ patients: Patient[]; nextCursor: string | null }> => {
  const index = indexesOf(db, context.vault, context.caller.organizationId)
  const { family, given, match = 'whole', birthDate, recordNumber, phone } = criteria
  let query = tablesOf(db).selectFrom('directory.patients').select(columns)
  if (family !== undefined) query = query.where(await isNamed(index, { part: 'family', name: family, match }))
  if (given !== undefined) query = query.where(await isNamed(index, { part: 'given', name: given, match }))
  if (birthDate !== undefined) query = query.where('birth_date_index', '=', await index.birthDate(birthDate))
  if (recordNumber !== undefined)
    query = query.where('record_number_index', '=', await index.recordNumber(recordNumber))
  if (phone !== undefined) query = query.where('phone_index', '=', await index.phone(phone))
  const { items, nextCursor } = pageOf(await query.$call(oldestFirst(page)).execute(), page)
  return { patients: await decryptPatients(db, context, items), nextCursor }
}

interface NameCriterion {
  readonly part: NamePart
  readonly name: string
  readonly match: 'whole' | 'start'
}

/** By any of the person's names. Patients from before this index are found by their whole family name until the job has read them. */
const isNamed = async (index: ReturnType<typeof indexesOf>, { part, name, match }: NameCriterion) => {
  const hashes = await index.names(searchTokens(part, name, match))
  if (part === 'given' || match === 'start') return sql<boolean>`name_hashes && ${hashes}::text[]`
  return sql<boolean>`(name_hashes && ${hashes}::text[]
    or not names_indexed and family_index = ${await index.family(name)}::bytea)`
}

/** By the index of the patient search. Decrypts nothing, and so records no access. */
export const listPatientIdsByPhone = async (
  db: AnyKysely,
  { vault, caller }: Pick<VaultContext, 'vault' | 'caller'>,
  phone: string,
  limit: number,
): Promise<readonly string[]> => {
  if (digitsOf(phone) === '') return []
  const rows = await tablesOf(db)
    .selectFrom('directory.patients')
    .select('id')
    .where('phone_index', '=', await indexesOf(db, vault, caller.organizationId).phone(phone))
    .where('replaced_by', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Decrypts nothing, and so records no access. */
export const listPatientIdsByFamily = async (
  db: AnyKysely,
  { vault, caller }: Pick<VaultContext, 'vault' | 'caller'>,
  family: string,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.patients')
    .select('id')
    .where(await isNamed(indexesOf(db, vault, caller.organizationId), { part: 'family', name: family, match: 'whole' }))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export const readPatientZone = async (
  db: AnyKysely,
  { access }: Pick<VaultContext, 'access'>,
  id: string,
): Promise<string> => {
  access.touch(requireUuid(id))
  const zone = (await listPatientZones(db, [id])).get(id)
  if (zone === undefined) throw notFound('patient_unknown')
  return zone
}

/** Zones by patient id, readable without decrypting. */
export const listPatientZones = async (db: AnyKysely, ids: readonly string[]): Promise<Map<string, string>> => {
  const known = ids.filter(isUuid)
  if (known.length === 0) return new Map()
  const rows = await tablesOf(db)
    .selectFrom('directory.patients')
    .select(['id', 'zone'])
    .where('id', 'in', known)
    .execute()
  return new Map(rows.map((row) => [row.id, row.zone]))
}

/** What a patient is found by, as keyed hashes. */
export interface PatientIndexes {
  readonly familyIndex: Uint8Array
  readonly birthDateIndex: Uint8Array
  readonly recordNumberIndex: Uint8Array | null
  /** Of the number after it: shows which records follow each other without their numbers. */
  readonly nextRecordNumberIndex: Uint8Array | null
  readonly phoneIndex: Uint8Array | null
  /** Of all names, by which they are found. */
  readonly nameHashes: readonly string[]
  /** False only for a patient from before the index, until the job has read the record. */
  readonly phoneIndexed: true
  readonly namesIndexed: true
}

const patients = factTable<Pick<Patient, 'id' | 'zone' | 'version'> & PatientIndexes & { replacedBy: string | null }>(
  table,
  {
    id: ['id', 'uuid'],
    zone: ['zone', 'text'],
    familyIndex: ['family_index', 'bytea'],
    birthDateIndex: ['birth_date_index', 'bytea'],
    recordNumberIndex: ['record_number_index', 'bytea'],
    nextRecordNumberIndex: ['next_record_number_index', 'bytea'],
    phoneIndex: ['phone_index', 'bytea'],
    phoneIndexed: ['phone_indexed', 'boolean'],
    nameHashes: ['name_hashes', 'text[]'],
    namesIndexed: ['names_indexed', 'boolean'],
    replacedBy: ['replaced_by', 'uuid'],
    version: ['version', 'integer'],
  },
  { sealedFor: ({ id }) => id },
)

/** Conditional: no other patient has this record number. */
export const insertPatient = (patient: Patient, indexes: PatientIndexes): Write =>
  patients.insertOnce({ ...patient, ...indexes, replacedBy: null }, contentOf(patient))

export const replacePatient = (after: Patient, before: Patient, indexes: PatientIndexes): Write =>
  patients.replace(rowOf(after, indexes), rowOf(before, indexes), contentOf(after))

const rowOf = (patient: Patient, indexes: PatientIndexes) => ({
  ...patient,
  ...indexes,
  replacedBy: patient.replacedBy ?? null,
})

/** Conditional: the record that is used instead is not replaced itself. */
export const requireNotReplaced = (id: string): Write => ({ statement: notReplaced, values: [id] })
const notReplaced = writeStatement({
  kind: 'check',
  table,
  condition: `exists (select from ${table} where id = $1::uuid and replaced_by is null)`,
  isConditional: true,
})

const contentOf = ({
  id: _id,
  zone: _zone,
  replacedBy: _replacedBy,
  version: _version,
  ...content
}: Patient): PatientContent => content

export const indexPatient = async (
  db: AnyKysely,
  { vault, caller }: Pick<VaultContext, 'vault' | 'caller'>,
  { name, otherNames, birthDate, recordNumber, phone }: PatientContent,
): Promise<PatientIndexes> => {
  const index = indexesOf(db, vault, caller.organizationId)
  const next = recordNumber === undefined ? null : nextRecordNumber(recordNumber)
  return {
    familyIndex: await index.family(name.family === '' ? name.given : name.family),
    birthDateIndex: await index.birthDate(birthDate),
    recordNumberIndex: recordNumber === undefined ? null : await index.recordNumber(recordNumber),
    nextRecordNumberIndex: next === null ? null : await index.recordNumber(next),
    phoneIndex: phone === undefined || digitsOf(phone) === '' ? null : await index.phone(phone),
    phoneIndexed: true,
    nameHashes: await index.names(nameTokens({ name, otherNames })),
    namesIndexed: true,
  }
}

/** `(614) 555-0142`, `+1 614 555 0142` and `6145550142` are one number. */
const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')

/** A person with a single name can be found by it. */
const indexesOf = (db: AnyKysely, vault: Vault, organizationId: string) => ({
  family: (value: string) =>
    vault.blindIndex(db, organizationId, 'directory.patients.family', normalizeForSearch(value)),
  /** 128 bits of each hash: enough to find a person, in half of the space. */
  names: async (tokens: readonly NameToken[]): Promise<string[]> => {
    const hashes = tokens.map((token) => vault.blindIndex(db, organizationId, 'directory.patients.name', token))
    return (await Promise.all(hashes)).map((hash) => Buffer.from(hash).toString('hex', 0, 16))
  },
  birthDate: (value: string) => vault.blindIndex(db, organizationId, 'directory.patients.birth_date', value),
  recordNumber: (value: string) =>
    vault.blindIndex(db, organizationId, 'directory.patients.record_number', normalizeForSearch(value)),
  phone: (value: string) => vault.blindIndex(db, organizationId, 'directory.patients.phone', digitsOf(value)),
})

const sealContextOf = (organizationId: string, id: string): SealContext => ({
  organizationId,
  table,
  rowId: id,
  patientId: id,
})

export const decryptPatient = async (
  db: AnyKysely,
  { vault, access, caller }: VaultContext,
  row: EncryptedPatient,
): Promise<Patient> => {
  const sealed = await vault.open<PatientContent>(db, access, sealContextOf(caller.organizationId, row.id), row.sealed)
  const link = row.replaced_by === null ? {} : { replacedBy: row.replaced_by }
  return { ...sealed, id: row.id, zone: row.zone, ...link, version: row.version }
}

/** Erased patients are left out. */
export const decryptPatients = async (
  db: AnyKysely,
  context: VaultContext,
  rows: readonly EncryptedPatient[],
): Promise<Patient[]> => {
  const patients = await Promise.all(rows.map((row) => unlessErased(decryptPatient(db, context, row))))
  return patients.filter((patient) => patient !== null)
}
