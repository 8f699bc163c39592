import { sql } from 'kysely'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { RequestContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { listVersion } from '../../../../platform/database/changes/list-version.ts'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { DueRows } from '../../../../platform/system/change-each-due.ts'
import type { TimeCursor } from '../../kernel/store/page-cursor.ts'
import type { OfferedEntry, PassedTime, WaitlistEntry, WaitlistStatus } from '../model/waitlist-entry.ts'
import { waitlistTablesOf } from './tables.ts'

/** An entry as its row has it. `passed` is written as text: the driver sends an array as an array of PostgreSQL. */
interface StoredEntry extends Omit<WaitlistEntry, 'offer' | 'passed'> {
  readonly offerBusyId: string | null
  readonly offerPractitionerId: string | null
  readonly offerStart: Date | null
  readonly offerEnd: Date | null
  readonly offerExpiresAt: Date | null
  readonly passed: string
}

const table = factTable<StoredEntry>(
  'scheduling.waitlist_entries',
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    visitTypeId: ['visit_type_id', 'uuid'],
    practitionerId: ['practitioner_id', 'uuid'],
    fromDay: ['from_day', 'text'],
    toDay: ['to_day', 'text'],
    from: ['from_at', 'timestamptz'],
    to: ['to_at', 'timestamptz'],
    weekdays: ['weekdays', 'integer[]'],
    dayParts: ['day_parts', 'text[]'],
    language: ['language', 'text'],
    stateCode: ['state_code', 'text'],
    zone: ['zone', 'text'],
    appointmentId: ['appointment_id', 'uuid'],
    status: ['status', 'text'],
    joinedAt: ['joined_at', 'timestamptz'],
    offerBusyId: ['offer_busy_id', 'uuid'],
    offerPractitionerId: ['offer_practitioner_id', 'uuid'],
    offerStart: ['offer_start_at', 'timestamptz'],
    offerEnd: ['offer_end_at', 'timestamptz'],
    offerExpiresAt: ['offer_expires_at', 'timestamptz'],
    passed: ['passed', 'jsonb'],
    sensitivity: ['sensitivity', 'text'],
    consentedByMinor: ['consented_by_minor', 'boolean'],
    version: ['version', 'integer'],
  },
  {
    fixed: [
      'patientId',
      'visitTypeId',
      'practitionerId',
      'fromDay',
      'toDay',
      'from',
      'to',
      'weekdays',
      'dayParts',
      'language',
      'stateCode',
      'zone',
      'joinedAt',
      'sensitivity',
      'consentedByMinor',
    ],
  },
)

const stored = ({ offer, passed, ...entry }: WaitlistEntry): StoredEntry => ({
  ...entry,
  offerBusyId: offer?.busyId ?? null,
  offerPractitionerId: offer?.practitionerId ?? null,
  offerStart: offer?.start ?? null,
  offerEnd: offer?.end ?? null,
  offerExpiresAt: offer?.expiresAt ?? null,
  passed: JSON.stringify(passed),
})

const entryOf = (row: Readonly<Record<string, unknown>>): WaitlistEntry => {
  const { offerBusyId, offerPractitionerId, offerStart, offerEnd, offerExpiresAt, passed, ...entry } = table.factOf(row)
  const isOffered = offerBusyId && offerPractitionerId && offerStart && offerEnd && offerExpiresAt
  return {
    ...entry,
    passed: passed as unknown as readonly PassedTime[],
    offer: isOffered
      ? {
          busyId: offerBusyId,
          practitionerId: offerPractitionerId,
          start: offerStart,
          end: offerEnd,
          expiresAt: offerExpiresAt,
        }
      : null,
  }
}

/** With `advanceJoins`, which decides between two entries of one patient. */
export const insertEntry = (entry: WaitlistEntry): Write => table.insert(stored(entry))

/** Conditional: the entry still has the version that was read. */
export const replaceEntry = (after: WaitlistEntry, before: WaitlistEntry): Write =>
  table.replace(stored(after), stored(before))

/** Counts one more entry of the patient. Conditional: no other one was stored since `seen`. */
export const advanceJoins = listVersion('scheduling.waitlist_joins')

/** The open entries of a patient before one more. */
export interface Joins {
  readonly open: number
  /** Whether the patient waits for the same visit type and practitioner. */
  readonly hasSame: boolean
  /** How often the patient has joined. */
  readonly version: number
}

/** In one statement, so that the version is that of the counted entries. */
export const readJoins = async (
  db: AnyKysely,
  { patientId, visitTypeId, practitionerId }: Pick<WaitlistEntry, 'patientId' | 'visitTypeId' | 'practitionerId'>,
): Promise<Joins> => {
  const { rows } = await sql<{ open: number; same: number; version: number | null }>`
    select count(*)::integer as open,
      count(*) filter (where visit_type_id = ${visitTypeId}::uuid
        and practitioner_id is not distinct from ${practitionerId}::uuid)::integer as same,
      (select version from scheduling.waitlist_joins where id = ${patientId}::uuid) as version
    from scheduling.waitlist_entries
    where patient_id = ${patientId}::uuid and status in ('waiting', 'offered')`.execute(db)
  const [row] = rows
  return { open: row?.open ?? 0, hasSame: (row?.same ?? 0) > 0, version: row?.version ?? 0 }
}

/**
 * An entry that is accessible to the caller. Throws `not_found`. An entry whose offered time was given to someone else, by a server whose
 * clock is ahead, has no offer.
 */
export const readEntry = async (
  db: AnyKysely,
  { access, caller }: Pick<RequestContext, 'access' | 'caller'>,
  id: string,
): Promise<WaitlistEntry> => {
  const row = await waitlistTablesOf(db)
    .selectFrom('scheduling.waitlist_entries as entry')
    .leftJoin('scheduling.busy as busy', (join) =>
      join.onRef('busy.organization_id', '=', 'entry.organization_id').onRef('busy.id', '=', 'entry.offer_busy_id'),
    )
    .selectAll('entry')
    .select('busy.active')
    .where('entry.id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row || (access.reach === 'own' && !caller.patientIds.includes(row.patient_id)))
    throw notFound('waitlist_entry_unknown')
  const entry = entryOf(row)
  return entry.status === 'offered' && !row.active ? { ...entry, status: 'waiting', offer: null } : entry
}

export interface WaitlistFilter {
  /** Null for all patients. */
  readonly patientIds: readonly string[] | null
  readonly visitTypeId: string | undefined
  readonly practitionerId: string | undefined
  readonly statuses: readonly WaitlistStatus[]
}

/** In the order of the line, after the cursor. */
export const listEntries = async (
  db: AnyKysely,
  { patientIds, visitTypeId, practitionerId, statuses }: WaitlistFilter,
  after: TimeCursor | null,
  take: number,
): Promise<WaitlistEntry[]> => {
  const rows = await waitlistTablesOf(db)
    .selectFrom('scheduling.waitlist_entries')
    .selectAll()
    .where('status', '=', sql<WaitlistStatus>`any(${statuses}::text[])`)
    .$if(patientIds !== null, (query) => query.where('patient_id', '=', sql<string>`any(${patientIds ?? []}::uuid[])`))
    .$if(visitTypeId !== undefined, (query) => query.where('visit_type_id', '=', visitTypeId ?? ''))
    .$if(practitionerId !== undefined, (query) => query.where('practitioner_id', '=', practitionerId ?? ''))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(joined_at, id) > (${after?.start}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('joined_at')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(entryOf)
}

/** The visit types for which someone waits at `now`. */
export const listAwaitedTypes = async (db: AnyKysely, now: Date): Promise<ReadonlySet<string>> => {
  const rows = await waitlistTablesOf(db)
    .selectFrom('scheduling.waitlist_entries')
    .select('visit_type_id')
    .distinct()
    .where('status', '=', 'waiting')
    .where('to_at', '>', now)
    .execute()
  return new Set(rows.map((row) => row.visit_type_id))
}

/** Who waits at `now` for one of these visit types, in the order of the line, after the cursor. */
export const listWaiting = async (
  db: AnyKysely,
  visitTypeIds: readonly string[],
  now: Date,
  after: TimeCursor | null,
  take: number,
): Promise<WaitlistEntry[]> => {
  const rows = await waitlistTablesOf(db)
    .selectFrom('scheduling.waitlist_entries')
    .selectAll()
    .where('status', '=', 'waiting')
    .where('visit_type_id', '=', sql<string>`any(${visitTypeIds}::uuid[])`)
    .where('to_at', '>', now)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(joined_at, id) > (${after?.start}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('joined_at')
    .orderBy('id')
    .limit(take)
    .execute()
  return rows.map(entryOf)
}

/** Offers that have expired, the oldest first. */
export const listExpiredOffers = async (
  db: AnyKysely,
  _organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<OfferedEntry[]> => {
  const rows = await waitlistTablesOf(db)
    .selectFrom('scheduling.waitlist_entries')
    .selectAll()
    .where('status', '=', 'offered')
    .where('offer_expires_at', '<=', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('offer_expires_at')
    .limit(limit)
    .execute()
  return rows.map(entryOf).flatMap((entry) => (entry.offer === null ? [] : [{ ...entry, offer: entry.offer }]))
}

/** Entries whose last day is over, or whose appointment cannot move any more: it was cancelled, or has begun. */
export const listEntriesToEnd = async (
  db: AnyKysely,
  _organizationId: string,
  now: Date,
  { limit, id }: DueRows,
): Promise<WaitlistEntry[]> => {
  const rows = await waitlistTablesOf(db)
    .selectFrom('scheduling.waitlist_entries as entry')
    .selectAll('entry')
    .leftJoin('scheduling.appointments as appointment', (join) =>
      join
        .onRef('appointment.organization_id', '=', 'entry.organization_id')
        .onRef('appointment.id', '=', 'entry.appointment_id'),
    )
    .where('entry.status', '=', 'waiting')
    .where((each) =>
      each.or([
        each('entry.to_at', '<=', now),
        each('appointment.status', '<>', 'booked'),
        each('appointment.start_at', '<=', now),
      ]),
    )
    .$if(id !== undefined, (query) => query.where('entry.id', '=', id ?? ''))
    .orderBy('entry.to_at')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}
