import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { instant } from '../../kernel/model/instant.ts'
import { Problem } from '../../../../platform/problems/problem.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { decryptDetails, findAppointments, listAppointments } from '../../kernel/store/appointments.ts'
import type { DirectoryPort } from '../../ports.ts'

type Schemas = components['schemas']
type Visit = Schemas['DowntimeVisit']

const expected: ReadonlySet<string> = new Set(['requested', 'booked', 'checked-in', 'in-progress'])
/** The most that one read of appointments returns. */
const mostAtOnce = 500
const reasonLength = 80

/** The visits of today and tomorrow that are still expected, with what the front desk needs and no more. */
export const collectDowntimeVisits = async (
  directory: DirectoryPort,
  context: ReadContext,
): Promise<Schemas['DowntimeList']> => {
  const { name: organizationName, zone } = await directory.organization(context)
  const today = Temporal.Instant.fromEpochMilliseconds(context.now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const days: Schemas['DowntimeDay'][] = []
  for (const date of [today, today.add({ days: 1 })]) {
    const found = (await appointmentsOf(context, date, zone)).filter(({ status }) => expected.has(status))
    const practitioners = await directory.practitionerSummaries(context, [
      ...new Set(found.map(({ practitionerId }) => practitionerId)),
    ])
    const reasons = await reasonsOf(
      context,
      found.map(({ id }) => id),
    )
    const visits: Visit[] = []
    for (const { id, start, patientId, practitionerId } of found)
      visits.push({
        appointmentId: id,
        patientId,
        start: instant(start),
        practitionerName: practitioners.get(practitionerId)?.displayName ?? '',
        ...(await patientOf(directory, context, patientId)),
        ...inShort(reasons.get(id)),
      })
    days.push({ date: date.toString(), visits })
  }
  return { organizationName, zone, madeAt: instant(context.now), days }
}

/** Nothing of a patient whose record is erased: the visit stays in the list. */
const patientOf = async (
  directory: DirectoryPort,
  context: ReadContext,
  patientId: string,
): Promise<Pick<Visit, 'patientName' | 'birthDate' | 'call' | 'language' | 'interpreterLanguage'>> => {
  try {
    const { birthDate, call } = await directory.patient(context, patientId)
    const summary = (await directory.patientSummaries(context, [patientId])).get(patientId)
    if (summary === undefined) return {}
    const { displayName, language, interpreterLanguage } = summary
    return {
      ...{ patientName: displayName, birthDate, call, language },
      ...(interpreterLanguage !== undefined && { interpreterLanguage }),
    }
  } catch (error) {
    // Any other refusal, such as a database that is away, must not shorten the list.
    if (error instanceof Problem && (error.status === 404 || error.status === 410)) return {}
    throw error
  }
}

/** Those that begin on this day, by time. Hour by hour, because a read is bounded. */
const appointmentsOf = async (
  { db }: ReadContext,
  date: Temporal.PlainDate,
  zone: string,
): Promise<readonly Appointment[]> => {
  const end = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  const found = new Map<string, Appointment>()
  for (let at = date.toZonedDateTime(zone).epochMilliseconds; at < end; at += 3_600_000) {
    const until = Math.min(at + 3_600_000, end)
    const period = { from: new Date(at), to: new Date(until), patientIds: null }
    const hour = await listAppointments(db, period, null, mostAtOnce)
    if (hour.length === mostAtOnce)
      throw new Error(`More than ${mostAtOnce} visits are in one hour: the list would not be whole.`)
    for (const each of hour) if (each.start.getTime() >= at && each.start.getTime() < until) found.set(each.id, each)
  }
  return [...found.values()].toSorted((one, other) => one.start.getTime() - other.start.getTime())
}

/** Decrypts what the patients wrote at booking, and records the access. */
const reasonsOf = async (
  context: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> => {
  const all = new Map<string, string | undefined>()
  for (let from = 0; from < ids.length; from += 100)
    for (const [id, sealed] of await findAppointments(context.db, ids.slice(from, from + 100)))
      all.set(id, (await decryptDetails(context.db, context, sealed)).reason)
  return all
}

const inShort = (reason: string | undefined): Pick<Visit, 'reason'> => {
  if (reason === undefined) return {}
  const line = reason.replaceAll(/\s+/g, ' ').trim()
  return { reason: line.length <= reasonLength ? line : `${line.slice(0, reasonLength)}…` }
}
