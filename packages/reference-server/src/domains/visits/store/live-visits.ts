import { sql } from 'kysely'
import type { AnyKysely, Situation } from '../../../platform/seams.ts'
import type { Visit, VisitFacts } from '../model/visit.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, openVisit } from './visits.ts'

/** Visits that have not ended. Small: what is under way in an organization now. */
const live = (db: AnyKysely) => tablesOf(db).selectFrom('visits.visits').where('ended_at', 'is', null)

/** Of whom this practitioner treats, or whom they are to treat next. */
const treatedBy = (practitionerId: string) => sql<boolean>`coalesce(seen_by, practitioner_id) = ${practitionerId}::uuid`

/** A practitioner's line and whoever is with them, nothing opened. */
export const readLine = async (db: AnyKysely, practitionerId: string): Promise<VisitFacts[]> =>
  (await live(db).select(factColumns).where(treatedBy(practitionerId)).execute()).map(factsOf)

/** The same, opened: each patient's access is noted. */
export const openLine = async (
  db: AnyKysely,
  situation: Pick<Situation, 'caller' | 'access' | 'vault'>,
  practitionerId: string,
): Promise<Visit[]> => {
  const rows = await live(db)
    .select([...factColumns, 'sealed'])
    .where(treatedBy(practitionerId))
    .execute()
  return Promise.all(rows.map((row) => openVisit(db, situation, row)))
}

export const liveVisitsOfPatient = async (db: AnyKysely, patientId: string): Promise<VisitFacts[]> =>
  (await live(db).select(factColumns).where('patient_id', '=', patientId).execute()).map(factsOf)

export const liveVisitsOf = async (db: AnyKysely, visitIds: readonly string[]): Promise<VisitFacts[]> =>
  visitIds.length === 0 ? [] : (await live(db).select(factColumns).where('id', 'in', visitIds).execute()).map(factsOf)

/** Who was never admitted and whose appointment was over before `waitingUntil`, and calls whose room was over before `roomUntil`. */
export const staleVisits = async (db: AnyKysely, waitingUntil: Date, roomUntil: Date): Promise<VisitFacts[]> =>
  (
    await live(db)
      .select(factColumns)
      .where((is) =>
        is.or([
          is.and([is('status', '=', 'waiting'), is('appointment_end', '<', waitingUntil)]),
          is.and([is('status', '<>', 'waiting'), is('room_closes_at', '<', roomUntil)]),
          // Admitted, and then nobody ever came into the room.
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
