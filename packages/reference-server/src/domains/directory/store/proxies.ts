import { notFound } from '../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealedPlace } from '../../../platform/contracts/vault.ts'
import type { ProxyScope, ProxyTerm, Relationship } from '../model/proxy-right.ts'
import { isKnownForm, knownId } from '../../../platform/database/ids/known-id.ts'
import type { Opening } from './patients.ts'
import { tablesOf } from './tables.ts'

/** A right as far as it can be read without opening anything: no name and no relationship. */
export interface ProxyRight extends ProxyTerm {
  readonly id: string
  readonly patientId: string
  readonly scope: readonly ProxyScope[]
}
interface SealedProxy {
  readonly displayName: string
  readonly relationship: Relationship
  readonly email?: string
  readonly phone?: string
}
export type OpenedProxy = ProxyRight & SealedProxy

const columns = ['id', 'patient_id', 'person_id', 'scope', 'from_day', 'to_day', 'ended_at', 'sealed'] as const

/** A right that a person has accepted. */
export type AcceptedRight = ProxyRight & { readonly personId: string }

/** Every right that a person has ever accepted. */
export const rightsOfPerson = async (db: AnyKysely, personId: string): Promise<AcceptedRight[]> => {
  if (!isKnownForm(personId)) return []
  const rows = await tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...rightOf(row), personId }))
}

const rowsOverPatient = (db: AnyKysely, patientId: string): Promise<ProxyRow[]> =>
  tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('patient_id', '=', patientId)
    .orderBy('id')
    .execute()

/** Every right over a patient, opened. */
export const rightsOverPatient = async (db: AnyKysely, opening: Opening, patientId: string): Promise<OpenedProxy[]> => {
  opening.access.touch(knownId(patientId))
  return openProxies(db, opening, await rowsOverPatient(db, patientId))
}

/** The same without opening any: for counting. */
export const listRightsOverPatient = async (db: AnyKysely, patientId: string): Promise<ProxyRight[]> =>
  (await rowsOverPatient(db, patientId)).map(rightOf)

/** One right without opening it, locked; null when there is none. */
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
  opening: Opening,
  patientId: string,
  id: string,
  lock?: 'lock',
): Promise<OpenedProxy> => {
  opening.access.touch(knownId(patientId))
  const row = await tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('id', '=', knownId(id))
    .where('patient_id', '=', patientId)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw notFound('proxy_unknown')
  return openProxy(db, opening, row)
}

/** The newest right of each of these people over each of these patients, ended or not; unopened. */
export const proxiesAmong = async (
  db: AnyKysely,
  personIds: readonly string[],
  patientIds: readonly string[],
): Promise<ProxyRow[]> => {
  const people = personIds.filter(isKnownForm)
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

export const openProxies = (db: AnyKysely, opening: Opening, rows: readonly ProxyRow[]): Promise<OpenedProxy[]> =>
  Promise.all(rows.map((row) => openProxy(db, opening, row)))

export const insertProxy = async (tx: AnyKysely, opening: Opening, proxy: OpenedProxy): Promise<void> => {
  opening.access.touch(proxy.patientId)
  const { organizationId } = opening.caller
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
      lapse_told_at: null,
      sealed: await sealProxy(tx, opening, proxy),
    })
    .execute()
}

/** The row was locked when it was read. */
export const resealProxy = async (tx: AnyKysely, opening: Opening, proxy: OpenedProxy): Promise<void> => {
  await tablesOf(tx)
    .updateTable('directory.proxies')
    .set({ sealed: await sealProxy(tx, opening, proxy) })
    .where('id', '=', proxy.id)
    .execute()
}

const sealProxy = (
  tx: AnyKysely,
  { vault, caller }: Opening,
  { id, patientId, displayName, relationship, email, phone }: OpenedProxy,
): Promise<Uint8Array> => {
  const sealed: SealedProxy = {
    displayName,
    relationship,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  }
  return vault.seal(tx, placeOfProxy(caller.organizationId, id, patientId), sealed)
}

/** Ends a right before its time; false when it had ended already. */
export const endProxyRight = async (tx: AnyKysely, id: string, today: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.proxies')
    .set({ to_day: today, ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Rights whose last day is before `day` and whose end nobody was told of. */
export const untoldLapses = async (db: AnyKysely, day: string): Promise<ProxyRight[]> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.proxies')
    .select(columns)
    .where('to_day', '<', day)
    .where('ended_at', 'is', null)
    .where('lapse_told_at', 'is', null)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map(rightOf)
}

export const markLapseTold = async (tx: AnyKysely, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('directory.proxies')
    .set({ lapse_told_at: now })
    .where('id', '=', id)
    .where('lapse_told_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface ProxyRow {
  readonly id: string
  readonly patient_id: string
  readonly person_id: string | null
  readonly scope: ProxyScope[]
  readonly from_day: string
  readonly to_day: string | null
  readonly ended_at: Date | null
  readonly sealed: Uint8Array
}

const rightOf = (row: ProxyRow): ProxyRight => ({
  id: row.id,
  patientId: row.patient_id,
  personId: row.person_id,
  scope: row.scope,
  from: row.from_day,
  to: row.to_day,
  endedAt: row.ended_at,
})

const openProxy = async (db: AnyKysely, { vault, access, caller }: Opening, row: ProxyRow): Promise<OpenedProxy> => {
  const place = placeOfProxy(caller.organizationId, row.id, row.patient_id)
  return { ...rightOf(row), ...(await vault.open<SealedProxy>(db, access, place, row.sealed)) }
}

const placeOfProxy = (organizationId: string, id: string, patientId: string): SealedPlace => ({
  organizationId,
  table: 'directory.proxies',
  rowId: id,
  patientId,
})
