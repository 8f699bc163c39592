import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { BusyRow } from './busy.ts'

/**
 * Reserves several times, of several calendars, or none of them; conditional. The first write looks whether a time or a seat is taken and
 * refuses without an error. Of two changes that are stored at the same moment, the exclusion constraints let one pass; the other one gathers
 * and decides again. Rows are inserted in the order of their owners, so that two such changes wait for each other in one direction only.
 * Expired holds in the way are released first.
 */
export const takeTimes = (rows: readonly BusyRow[], now: Date): readonly Write[] => {
  const sorted = rows.toSorted((a, b) => (a.practitionerId < b.practitionerId ? -1 : 1))
  const column = <Value>(valueOf: (row: BusyRow) => Value): Value[] => sorted.map(valueOf)
  const owners = column(({ practitionerId }) => practitionerId)
  const from = column((row) => row.from.toISOString())
  const to = column((row) => row.to.toISOString())
  const occupants = column(({ id, occupant = id }) => occupant)
  const seats = column(({ seat }) => seat?.seat ?? null)
  return [
    { statement: requireFree, values: [owners, from, to, occupants, seats, now] },
    {
      statement: insertAll,
      values: [
        column(({ id }) => id),
        owners,
        from,
        to,
        column(({ expiresAt }) => expiresAt?.toISOString() ?? null),
        column(({ heldBy }) => heldBy),
        occupants,
        seats,
        column(({ seat }) => seat?.visitTypeId ?? null),
        column(({ seat }) => seat?.start.toISOString() ?? null),
        column(({ countedAt }) => countedAt?.toISOString() ?? null),
        now,
      ],
    },
  ]
}

const requireFree = writeStatement({
  kind: 'check',
  table: 'scheduling.busy',
  condition: `not exists (select from scheduling.busy as busy
    join unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::uuid[], $5::integer[])
      as wanted (owner, from_at, to_at, occupant, seat)
      on busy.practitioner_id = wanted.owner and busy.during && tstzrange(wanted.from_at, wanted.to_at)
    where busy.active and (busy.expires_at is null or busy.expires_at > $6::timestamptz)
      and (busy.occupant <> wanted.occupant or busy.seat = wanted.seat))`,
  isConditional: true,
})

const insertAll = writeStatement({
  kind: 'insert',
  table: 'scheduling.busy',
  columns: [
    'id',
    'practitioner_id',
    'during',
    'expires_at',
    'held_by',
    'occupant',
    'seat',
    'visit_type_id',
    'starts_at',
    'counted_at',
  ],
  values: [
    'unnest($1::uuid[])',
    'unnest($2::uuid[])',
    'tstzrange(unnest($3::timestamptz[]), unnest($4::timestamptz[]))',
    'unnest($5::timestamptz[])',
    'unnest($6::text[])',
    'unnest($7::uuid[])',
    'unnest($8::integer[])',
    'unnest($9::uuid[])',
    'unnest($10::timestamptz[])',
    'unnest($11::timestamptz[])',
  ],
  // An exclusion constraint raises, so that a part of the rows is never stored.
  isConditional: false,
  clears: `update scheduling.busy set active = false, xid = pg_current_xact_id()
    where active and expires_at <= $12::timestamptz and exists (
      select from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as wanted (owner, from_at, to_at)
        where busy.practitioner_id = wanted.owner and busy.during && tstzrange(wanted.from_at, wanted.to_at))`,
})
