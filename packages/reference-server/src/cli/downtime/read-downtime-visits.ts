import type { ComposedServer } from '../../compose-server.ts'
import { newId } from '../../platform/database/ids/new-id.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { Problem } from '../../platform/problems/problem.ts'
import { systemAccess } from '../../platform/system/system-access.ts'
import { systemRequestContext } from '../../platform/system/system-request-context.ts'
import { operator } from '../list-dead-letters.ts'

/** What the front desk needs to receive a patient without the system, and no more. */
export interface DowntimeVisit {
  readonly start: Date
  readonly patientName: string
  readonly birthDate: string
  readonly phone: string | null
  readonly practitionerName: string
  /** The first words of it. */
  readonly reason: string | null
  readonly language: string
  readonly interpreterLanguage: string | null
}

export interface DowntimeList {
  readonly organizationName: string
  readonly zone: string
  /** Today and tomorrow in the zone of the organization, each with its visits by time. */
  readonly days: readonly { readonly date: string; readonly visits: readonly DowntimeVisit[] }[]
  /** Visits whose patient's record is erased: they have no name any more. */
  readonly withoutRecord: number
}

const expected: ReadonlySet<string> = new Set(['requested', 'booked', 'checked-in', 'in-progress'])
/** The most that one read of appointments returns. */
const mostAtOnce = 500
const reasonLength = 80

/**
 * Reads the visits of today and tomorrow, and records the export for each patient. The rows are durable before the list is returned: without
 * them there is no list.
 */
export const readDowntimeVisits = async (
  { provides: { directory, scheduling }, platform: { database, vault, ledger } }: ComposedServer,
  organizationId: string,
  now: Date,
): Promise<DowntimeList> => {
  const context: ReadContext = {
    ...systemRequestContext(operator, organizationId, now),
    vault,
    db: database.reader({ domain: 'scheduling', organizationId }),
  }
  const { name: organizationName, zone } = await directory.organization(context)
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const days: { date: string; visits: readonly DowntimeVisit[] }[] = []
  const patientIds = new Set<string>()
  let withoutRecord = 0
  for (const date of [today, today.add({ days: 1 })]) {
    const found = (await appointmentsOf(scheduling, context, date, zone)).filter(({ status }) => expected.has(status))
    const practitioners = await directory.practitionerSummaries(context, [
      ...new Set(found.map(({ practitionerId }) => practitionerId)),
    ])
    const reasons = await reasonsOf(
      scheduling,
      context,
      found.map(({ id }) => id),
    )
    const visits: DowntimeVisit[] = []
    for (const { id, start, patientId, practitionerId } of found) {
      const patient = await directory.patient(context, patientId).catch((error: unknown) => {
        // Any other refusal, such as a database that is away, must not shorten the list.
        if (error instanceof Problem && (error.status === 404 || error.status === 410)) return null
        throw error
      })
      const summary = (await directory.patientSummaries(context, [patientId])).get(patientId)
      if (patient === null || summary === undefined) {
        withoutRecord += 1
        continue
      }
      patientIds.add(patientId)
      visits.push({
        start,
        patientName: summary.displayName,
        birthDate: patient.birthDate,
        phone: patient.phone ?? null,
        practitionerName: practitioners.get(practitionerId)?.displayName ?? '',
        reason: inShort(reasons.get(id)),
        language: summary.language,
        interpreterLanguage: summary.interpreterLanguage ?? null,
      })
    }
    days.push({ date: date.toString(), visits })
  }
  const row = {
    operation: 'downtime-list.export',
    action: 'export',
    entity: 'Appointment',
    because: 'operator',
  } as const
  const about = patientIds.size === 0 ? [null] : [...patientIds]
  await ledger.append(
    about.map((patientId) =>
      systemAccess(context, { ...row, id: newId(), entityId: null, patientId, purpose: 'HOPERAT' }),
    ),
  )
  await ledger.settle()
  return { organizationName, zone, days, withoutRecord }
}

type Scheduling = ComposedServer['provides']['scheduling']
type Known = Awaited<ReturnType<Scheduling['appointments']>>

/** Those that begin on this day, by time. Hour by hour, because a read is bounded. */
const appointmentsOf = async (
  scheduling: Scheduling,
  context: ReadContext,
  date: Temporal.PlainDate,
  zone: string,
): Promise<Known> => {
  const end = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  const found = new Map<string, Known[number]>()
  for (let at = date.toZonedDateTime(zone).epochMilliseconds; at < end; at += 3_600_000) {
    const until = Math.min(at + 3_600_000, end)
    const hour = await scheduling.appointments(context, { from: new Date(at), to: new Date(until) })
    if (hour.length === mostAtOnce)
      throw new Error(`More than ${mostAtOnce} visits are in one hour: the list would not be whole.`)
    for (const each of hour) if (each.start.getTime() >= at && each.start.getTime() < until) found.set(each.id, each)
  }
  return [...found.values()].toSorted((one, other) => one.start.getTime() - other.start.getTime())
}

const reasonsOf = async (
  scheduling: Scheduling,
  context: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const all = new Map<string, string>()
  for (let from = 0; from < ids.length; from += 100)
    for (const [id, reason] of await scheduling.reasons(context, ids.slice(from, from + 100))) all.set(id, reason)
  return all
}

const inShort = (reason: string | undefined): string | null => {
  if (reason === undefined) return null
  const line = reason.replaceAll(/\s+/g, ' ').trim()
  return line.length <= reasonLength ? line : `${line.slice(0, reasonLength)}…`
}
