import { sql } from 'kysely'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf } from './tables.ts'

/** A visit's waiting room, or a practitioner's queue. */
export type PresenceKind = 'visit' | 'practitioner'

export interface Presence {
  readonly kind: PresenceKind
  readonly id: string
}

/** Upserts records. Returns those that were absent before. */
export const upsertPresences = async (
  tx: AnyKysely,
  { organizationId }: Caller,
  records: readonly (Presence & { readonly at: Date })[],
): Promise<Presence[]> => {
  // The CTE reads the rows as of the start of the statement.
  const known = await tablesOf(tx)
    .with('known', (query) =>
      query
        .selectFrom('visits.presences')
        .select('id')
        .where('present', '=', true)
        .where(
          'id',
          'in',
          records.map(({ id }) => id),
        ),
    )
    .insertInto('visits.presences')
    .values(
      records.map(({ id, kind, at }) => ({ organization_id: organizationId, id, kind, seen_at: at, present: true })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'id']).doUpdateSet({
        // Another process may have stored a later record.
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
  return records.filter(({ id }) => !before.has(id)).map(({ id, kind }) => ({ id, kind }))
}

export interface AbsenceLimits {
  /** Waiting rooms last seen before this are closed. */
  readonly visit: Date
  /** Practitioners last seen before this are absent. */
  readonly practitioner: Date
}

/** Presences that are marked present but were not seen within the limits. */
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

/** Marks them absent, unless they were seen again in the meantime. Returns those that were marked. */
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

/** Written together with the end of the visit: its waiting room is not polled again. */
export const deletePresenceStatement = (tx: AnyKysely, visitId: string) =>
  tablesOf(tx).deleteFrom('visits.presences').where('id', '=', visitId)
