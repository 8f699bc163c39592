import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import { tablesOf } from './tables.ts'

/** A visit's waiting room, or a practitioner's queue. */
export type PresenceKind = 'visit' | 'practitioner'

export interface Presence {
  readonly kind: PresenceKind
  readonly id: string
}

/** Those of these that are present. */
export const listPresent = async (db: AnyKysely, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await selectPresent(db, { ids })
  return new Set(rows.map(({ id }) => id))
}

const selectPresent = preparedRead((db, { ids }: Placeholders<{ ids: readonly string[] }>) =>
  tablesOf(db)
    .selectFrom('visits.presences')
    .select('id')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('present', '=', true),
)

/** Stores that they are present. Conditional: as many of them are as before, because the others are new to those who are notified. */
export const writePresences = (
  records: readonly (Presence & { readonly at: Date })[],
  present: ReadonlySet<string>,
): readonly Write[] => {
  const ids = records.map(({ id }) => id)
  return [
    { statement: stillPresent, values: [ids, present.size] },
    {
      statement: upsertPresent,
      values: [ids, records.map(({ kind }) => kind), records.map(({ at }) => at.toISOString())],
    },
  ]
}
const stillPresent = writeStatement({
  kind: 'check',
  table: 'visits.presences',
  condition: '(select count(*) from visits.presences where id = any($1::uuid[]) and present) = $2::bigint',
  isConditional: true,
})
const upsertPresent = writeStatement({
  kind: 'insert',
  table: 'visits.presences',
  columns: ['id', 'kind', 'seen_at', 'present'],
  values: ['unnest($1::uuid[])', 'unnest($2::text[])', 'unnest($3::timestamptz[])', 'true'],
  // Another process may have stored a later record.
  onConflict: `(organization_id, id) do update
    set seen_at = greatest(presences.seen_at, excluded.seen_at), present = true`,
  isConditional: false,
})

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

/** Marks one as absent. Conditional: it was not seen again in the meantime. */
export const writeAbsent = ({ id, kind }: Presence, limits: AbsenceLimits): Write => ({
  statement: updateAbsent,
  values: [id, limits[kind]],
})
const updateAbsent = writeStatement({
  kind: 'update',
  table: 'visits.presences',
  set: 'present = false',
  where: 'id = $1::uuid and present and seen_at < $2::timestamptz',
  isConditional: true,
})

/** With the end of a visit: its waiting room is not polled again. */
export const deletePresence = (visitId: string): Write => ({ statement: deleteOne, values: [visitId] })
const deleteOne = writeStatement({
  kind: 'delete',
  table: 'visits.presences',
  where: 'id = $1::uuid',
  isConditional: false,
})
