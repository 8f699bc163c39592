import { sql, type RawBuilder } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Visit, VisitFacts } from '../model/visit.ts'
import type { WaitingPatient } from '../model/waiting-patient.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, decryptVisit } from './visits.ts'

/** Visits that have not ended. A small set: the current visits of an organization. */
const live = (db: AnyKysely) => tablesOf(db).selectFrom('visits.visits').where('ended_at', 'is', null)

/** The patients who wait for one of these practitioners. No one has admitted them, so they are in the queue in which they checked in. */
export const waiting = (db: AnyKysely, practitionerId: RawBuilder<unknown>) =>
  tablesOf(db)
    .selectFrom('visits.visits as waiting')
    .select(['waiting.id', 'waiting.patient_id', 'waiting.practitioner_id'])
    .where('waiting.ended_at', 'is', null)
    .where('waiting.status', '=', 'waiting')
    .where(sql<boolean>`waiting.practitioner_id = ${practitionerId}`)

export const waitingPatientOf = (row: {
  readonly id: string
  readonly patient_id: string
  readonly practitioner_id: string
}): WaitingPatient => ({ visitId: row.id, patientId: row.patient_id, practitionerId: row.practitioner_id })

/** The patients who wait for these practitioners, and receive the events about their queues. */
export const listWaitingPatients = async (
  db: AnyKysely,
  practitionerIds: readonly string[],
): Promise<readonly WaitingPatient[]> =>
  practitionerIds.length === 0
    ? []
    : (await waiting(db, sql`any(${practitionerIds}::uuid[])`).execute()).map(waitingPatientOf)

/** The queue, decrypted: an access to each patient is recorded. Includes the last stored time at which each waiting room was open. */
export const decryptQueue = async (
  db: AnyKysely,
  context: VaultContext,
  practitionerId: string,
): Promise<{ readonly visits: readonly Visit[]; readonly seenAt: ReadonlyMap<string, Date> }> => {
  const rows = await live(db)
    .select(factColumns)
    .select('sealed')
    .select(({ selectFrom }) =>
      selectFrom('visits.presences')
        .select('seen_at')
        .whereRef('visits.presences.organization_id', '=', 'visits.visits.organization_id')
        .whereRef('visits.presences.id', '=', 'visits.visits.id')
        .as('seen_at'),
    )
    .where(sql<boolean>`coalesce(seen_by, practitioner_id) = ${practitionerId}::uuid`)
    .execute()
  const visits = await Promise.all(
    rows.map((row) => decryptVisit(db, context, { ...factsOf(row), sealed: row.sealed })),
  )
  return {
    visits,
    seenAt: new Map(rows.flatMap(({ seen_at: at }, place) => (at === null ? [] : [[visits[place]?.id ?? '', at]]))),
  }
}

export const listLiveVisits = async (db: AnyKysely, visitIds: readonly string[]): Promise<VisitFacts[]> =>
  visitIds.length === 0
    ? []
    : (
        await live(db)
          .select(factColumns)
          .where('id', '=', sql<string>`any(${visitIds}::uuid[])`)
          .execute()
      ).map(factsOf)

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
