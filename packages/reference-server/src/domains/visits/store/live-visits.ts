import { sql } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Visit, VisitFacts } from '../model/visit.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, decryptVisit } from './visits.ts'

/** Visits that have not ended. A small set: the current visits of an organization. */
const live = (db: AnyKysely) => tablesOf(db).selectFrom('visits.visits').where('ended_at', 'is', null)

/** Visits that this practitioner treats or is to treat next. */
const treatedBy = (practitionerId: string) => sql<boolean>`coalesce(seen_by, practitioner_id) = ${practitionerId}::uuid`

/** The waiting patients of a queue. */
export const waiting = (db: AnyKysely, practitionerId: string) =>
  live(db).select('patient_id').distinct().where('status', '=', 'waiting').where(treatedBy(practitionerId))

/** The waiting patients who receive an event about their queue. */
export const listWaitingPatients = async (db: AnyKysely, practitionerId: string): Promise<string[]> => {
  const rows = await waiting(db, practitionerId).execute()
  return rows.map((row) => row.patient_id)
}

/** The queue, decrypted: an access to each patient is recorded. Includes the last stored time at which each waiting room was open. */
export const decryptQueue = async (
  db: AnyKysely,
  context: VaultContext,
  practitionerId: string,
): Promise<{ readonly visits: readonly Visit[]; readonly seenAt: ReadonlyMap<string, Date> }> => {
  const rows = await live(db)
    .select([...factColumns, 'sealed'])
    .select(({ selectFrom }) =>
      selectFrom('visits.presences')
        .select('seen_at')
        .whereRef('visits.presences.organization_id', '=', 'visits.visits.organization_id')
        .whereRef('visits.presences.id', '=', 'visits.visits.id')
        .as('seen_at'),
    )
    .where(treatedBy(practitionerId))
    .execute()
  return {
    visits: await Promise.all(rows.map((row) => decryptVisit(db, context, { ...factsOf(row), sealed: row.sealed }))),
    seenAt: new Map(rows.flatMap((row) => (row.seen_at === null ? [] : [[row.id, row.seen_at]]))),
  }
}

export const listLiveVisitsByPatient = async (db: AnyKysely, patientId: string): Promise<VisitFacts[]> =>
  (await live(db).select(factColumns).where('patient_id', '=', patientId).execute()).map(factsOf)

export const listLiveVisits = async (db: AnyKysely, visitIds: readonly string[]): Promise<VisitFacts[]> =>
  visitIds.length === 0 ? [] : (await live(db).select(factColumns).where('id', 'in', visitIds).execute()).map(factsOf)

/** Patients who were never admitted and whose appointment ended before `waitingUntil`, and calls whose room ended before `roomUntil`. */
export const listStaleVisits = async (db: AnyKysely, waitingUntil: Date, roomUntil: Date): Promise<VisitFacts[]> =>
  (
    await live(db)
      .select(factColumns)
      .where((is) =>
        is.or([
          is.and([is('status', '=', 'waiting'), is('appointment_end', '<', waitingUntil)]),
          is.and([is('status', '<>', 'waiting'), is('room_closes_at', '<', roomUntil)]),
          // Admitted, but no one ever entered the room.
          is.and([
            is('status', '=', 'admitted'),
            is('room_closes_at', 'is', null),
            is('appointment_end', '<', waitingUntil),
          ]),
        ]),
      )
      .limit(200)
      .execute()
  ).map(factsOf)
