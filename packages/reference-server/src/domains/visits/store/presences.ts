import { sql } from 'kysely'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf } from './tables.ts'

/** What is looked at: a visit's waiting room, or a practitioner's queue. */
export type PresenceKind = 'visit' | 'practitioner'

export interface Presence {
  readonly kind: PresenceKind
  readonly id: string
}

/** Writes sightings down. Answers which of them were absent before. */
export const upsertSightings = async (
  tx: AnyKysely,
  { organizationId }: Caller,
  sightings: readonly (Presence & { readonly at: Date })[],
): Promise<Presence[]> => {
  // The part sees them as they were before the rest of the statement.
  const known = await tablesOf(tx)
    .with('known', (query) =>
      query
        .selectFrom('visits.presences')
        .select('id')
        .where('present', '=', true)
        .where(
          'id',
          'in',
          sightings.map(({ id }) => id),
        ),
    )
    .insertInto('visits.presences')
    .values(
      sightings.map(({ id, kind, at }) => ({ organization_id: organizationId, id, kind, seen_at: at, present: true })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'id']).doUpdateSet({
        // Another process may have seen them later.
        seen_at: sql`greatest(visits.presences.seen_at, excluded.seen_at)`,
        present: true,
      }),
    )
    .returning('id')
    .returning(({ exists, selectFrom }) =>
      exists(selectFrom('known').select('known.id').whereRef('known.id', '=', 'visits.presences.id')).as('was_here'),
    )
    .execute()
  const before = new Set(known.flatMap(({ id, was_here: wasHere }) => (wasHere ? [id] : [])))
  return sightings.filter(({ id }) => !before.has(id)).map(({ id, kind }) => ({ id, kind }))
}

export interface AbsenceLimits {
  /** Waiting rooms seen before this are closed. */
  readonly visit: Date
  /** Practitioners seen before this are not here. */
  readonly practitioner: Date
}

/** Who counts as present and has not been seen for too long. */
export const listOverduePresences = async (db: AnyKysely, limits: AbsenceLimits): Promise<Presence[]> =>
  tablesOf(db)
    .selectFrom('visits.presences')
    .select(['id', 'kind'])
    .where('present', '=', true)
    .where((is) =>
      is.or([
        is.and([is('kind', '=', 'visit'), is('seen_at', '<', limits.visit)]),
        is.and([is('kind', '=', 'practitioner'), is('seen_at', '<', limits.practitioner)]),
      ]),
    )
    .execute()

/** Marks them absent, unless they were seen again in the meantime. Answers which were. */
export const updateAbsent = async (
  tx: AnyKysely,
  presences: readonly Presence[],
  limits: AbsenceLimits,
): Promise<Presence[]> => {
  if (presences.length === 0) return []
  return tablesOf(tx)
    .updateTable('visits.presences')
    .set({ present: false })
    .where(
      'id',
      'in',
      presences.map(({ id }) => id),
    )
    .where('present', '=', true)
    .where((is) =>
      is.or([
        is.and([is('kind', '=', 'visit'), is('seen_at', '<', limits.visit)]),
        is.and([is('kind', '=', 'practitioner'), is('seen_at', '<', limits.practitioner)]),
      ]),
    )
    .returning(['id', 'kind'])
    .execute()
}

/** Beside the end of the visit: nobody asks for its waiting room again. */
export const deletePresenceStatement = (tx: AnyKysely, visitId: string) =>
  tablesOf(tx).deleteFrom('visits.presences').where('id', '=', visitId)
