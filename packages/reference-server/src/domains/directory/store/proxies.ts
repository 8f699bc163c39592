import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { ProxyScope, ProxyTerm, Relationship } from '../model/proxy-right.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { isUuid, requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

/** The unencrypted part of a right: no name and no relationship. */
export interface ProxyRight extends ProxyTerm {
  readonly id: string
  readonly patientId: string
  readonly scope: readonly ProxyScope[]
}
interface ProxyContent {
  readonly displayName: string
  readonly relationship: Relationship
  readonly email?: string
  readonly phone?: string
}
export type StoredProxy = ProxyRight & ProxyContent

const columns = ['id', 'patient_id', 'person_id', 'scope', 'from_day', 'to_day', 'ended_at', 'sealed'] as const

/** A right that a person has accepted. */
export type AcceptedRight = ProxyRight & { readonly personId: string }

/** Every right that a person has ever accepted. */
export const listRightsByPerson = async (db: AnyKysely, personId: string): Promise<AcceptedRight[]> => {
  if (!isUuid(personId)) return []
  const rows = await tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...rightOf(row), personId }))
}

const rowsOverPatient = (db: AnyKysely, patientId: string): Promise<EncryptedProxy[]> =>
  tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('patient_id', '=', patientId)
    .orderBy('id')
    .execute()

/** Every right over a patient, decrypted. */
export const listRightsByPatient = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
): Promise<StoredProxy[]> => {
  context.access.touch(requireUuid(patientId))
  return decryptProxies(db, context, await rowsOverPatient(db, patientId))
}

/** The same without decrypting, for counting. */
export const listRightsOverPatient = async (db: AnyKysely, patientId: string): Promise<ProxyRight[]> =>
  (await rowsOverPatient(db, patientId)).map(rightOf)

/** One right without decrypting, locked; null if there is none. */
export const lockRight = async (tx: AnyKysely, id: string): Promise<ProxyRight | null> => {
  const row = await tablesOf(tx)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? rightOf(row) : null
}

/** The row was locked when it was read. */
export const updateProxyPerson = async (tx: AnyKysely, id: string, personId: string): Promise<void> => {
  await tablesOf(tx).updateTable('directory.proxies').set({ person_id: personId }).where('id', '=', id).execute()
}

export const readProxy = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  id: string,
  lock: RowLock = 'none',
): Promise<StoredProxy> => decryptProxy(db, context, await readEncryptedProxy(db, context, patientId, id, lock))

/** Not decrypted. The access to the patient is recorded. */
export const readEncryptedProxy = async (
  db: AnyKysely,
  { access }: Pick<VaultContext, 'access'>,
  patientId: string,
  id: string,
  lock: RowLock = 'none',
): Promise<EncryptedProxy> => {
  access.touch(requireUuid(patientId))
  const row = await tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('id', '=', requireUuid(id))
    .where('patient_id', '=', patientId)
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw notFound('proxy_unknown')
  return row
}

/** The newest right of each of these people over each of these patients, ended or not; encrypted. */
export const listLatestProxies = async (
  db: AnyKysely,
  personIds: readonly string[],
  patientIds: readonly string[],
): Promise<EncryptedProxy[]> => {
  const people = personIds.filter(isUuid)
  if (people.length === 0 || patientIds.length === 0) return []
  return tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .distinctOn(['person_id', 'patient_id'])
    .where('person_id', 'in', people)
    .where('patient_id', 'in', [...patientIds])
    .orderBy('person_id')
    .orderBy('patient_id')
    .orderBy('id', 'desc')
    .execute()
}

export const decryptProxies = (
  db: AnyKysely,
  context: VaultContext,
  rows: readonly EncryptedProxy[],
): Promise<StoredProxy[]> => Promise.all(rows.map((row) => decryptProxy(db, context, row)))

export const insertProxy = async (tx: AnyKysely, context: VaultContext, proxy: StoredProxy): Promise<void> => {
  context.access.touch(proxy.patientId)
  const { organizationId } = context.caller
  await tablesOf(tx)
    .insertInto('directory.proxies')
    .values({
      organization_id: organizationId,
      id: proxy.id,
      patient_id: proxy.patientId,
      person_id: proxy.personId,
      scope: [...proxy.scope],
      from_day: proxy.from,
      to_day: proxy.to,
      ended_at: proxy.endedAt,
      lapse_notified_at: null,
      sealed: await context.vault.seal(tx, sealContextOf(organizationId, proxy.id, proxy.patientId), contentOf(proxy)),
    })
    .execute()
}

/** Stores a new contact address. Conditional: no one has changed the right's details since `before` was read. */
export const replaceProxyContent = (after: StoredProxy, before: EncryptedProxy): Write => ({
  statement: updateContent,
  values: [after.id, null, before.sealed],
  sealed: { at: 1, rowId: after.id, patientId: after.patientId, value: contentOf(after) },
})
const updateContent = writeStatement({
  kind: 'update',
  table: 'directory.proxies',
  set: 'sealed = $2::bytea',
  where: 'id = $1::uuid and sealed = $3::bytea',
  isConditional: true,
})

const contentOf = ({ displayName, relationship, email, phone }: ProxyContent): ProxyContent => ({
  displayName,
  relationship,
  ...(email !== undefined && { email }),
  ...(phone !== undefined && { phone }),
})

/** Ends a right early. False when it had ended already. */
export const endProxyRight = async (tx: AnyKysely, id: string, today: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.proxies')
    .set({ to_day: today, ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Rights whose last day is before `day` and whose end was not emitted yet. */
export const listUnreportedLapses = async (db: AnyKysely, day: string): Promise<ProxyRight[]> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('to_day', '<', day)
    .where('ended_at', 'is', null)
    .where('lapse_notified_at', 'is', null)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(rightOf)
}

export const updateLapseReported = async (tx: AnyKysely, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.proxies')
    .set({ lapse_notified_at: now })
    .where('id', '=', id)
    .where('lapse_notified_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface EncryptedProxy {
  readonly id: string
  readonly patient_id: string
  readonly person_id: string | null
  readonly scope: ProxyScope[]
  readonly from_day: string
  readonly to_day: string | null
  readonly ended_at: Date | null
  readonly sealed: Uint8Array
}

const rightOf = (row: EncryptedProxy): ProxyRight => ({
  id: row.id,
  patientId: row.patient_id,
  personId: row.person_id,
  scope: row.scope,
  from: row.from_day,
  to: row.to_day,
  endedAt: row.ended_at,
})

export const decryptProxy = async (
  db: AnyKysely,
  { vault, access, caller }: VaultContext,
  row: EncryptedProxy,
): Promise<StoredProxy> => {
  const sealContext = sealContextOf(caller.organizationId, row.id, row.patient_id)
  return { ...rightOf(row), ...(await vault.open<ProxyContent>(db, access, sealContext, row.sealed)) }
}

const sealContextOf = (organizationId: string, id: string, patientId: string): SealContext => ({
  organizationId,
  table: 'directory.proxies',
  rowId: id,
  patientId,
})
