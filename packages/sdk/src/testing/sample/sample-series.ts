import type { Appointment, PreviewSeries, VisitType } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { samplePatientOf, samplePractitioners } from './sample-people.ts'
import { sampleClaims, sampleResources } from './sample-resources.ts'
import { sampleAppointment } from './sample-scheduling.ts'
import { find, instant, minute, page } from './sample-state.ts'
import { isLicensed, sampleTimes, typeOf } from './sample-times.ts'

const day = 1440 * minute
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const most = 52

/** The times of a weekly rule. The sample keeps the time of day in UTC, and knows no other frequency. */
const occurrencesOf = (rule: string, first: number): number[] => {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]))
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean)
  const count = Number(parts.get('COUNT') ?? most + 1)
  const until = parts.get('UNTIL')
  const last = until ? Date.parse(until.replace(/(\d{4})(\d{2})(\d{2}).*/, '$1-$2-$3')) + day : Infinity
  const weekday = (at: number): number => (new Date(at).getUTCDay() + 6) % 7
  const monday = first - weekday(first) * day
  const starts: number[] = []
  for (let at = first; at < last && starts.length < count; at += day) {
    const isItsWeek = Math.floor((at - monday) / (7 * day)) % interval === 0
    if (isItsWeek && (days.length === 0 || days.includes(weekdays[weekday(at)] ?? ''))) starts.push(at)
    if (starts.length > most)
      throw problem(400, 'invalid_request', {
        errors: [{ pointer: '/rule', code: 'wrong_value', message: `Must have at most ${most} visits.` }],
      })
  }
  return starts
}

type SeriesPlace = Pick<PreviewSeries, 'practitionerId' | 'patientId'> & { readonly state?: string | undefined }

/** Visits in a row, visits that repeat, and what visits take. */
export const seriesSample: SampleDomain = (context) => {
  const { state, live, newId } = context
  const times = sampleTimes(context)
  const works = (type: VisitType, { practitionerId, ...place }: SeriesPlace, start: number): boolean =>
    times.slotsOf(type, {
      from: start,
      to: start + minute,
      practitioners: samplePractitioners.filter((one) => one.id === practitionerId && isLicensed(one, type, place)),
    }).length > 0
  const nearest = ({ visitTypeId, practitionerId }: PreviewSeries, start: number): string[] =>
    times
      .slotsOf(typeOf(times, visitTypeId), {
        from: start - day / 2,
        to: start + day / 2,
        practitioners: samplePractitioners.filter(({ id }) => id === practitionerId),
      })
      .sort((a, b) => Math.abs(Date.parse(a.start) - start) - Math.abs(Date.parse(b.start) - start))
      .slice(0, 3)
      .map((slot) => slot.start)
      .sort()
  const changed = ({ id, patientId, practitioner }: Appointment): void => {
    live.emit({ type: 'appointment.changed', ids: { appointmentId: id, patientId, practitionerId: practitioner.id } })
    live.emit({ type: 'slots.changed', ids: { practitionerId: practitioner.id } })
  }
  return () => ({
    listResources: ({ query: { kind, inactive: _inactive, ...paging } }) =>
      page(
        sampleResources.filter((one) => !kind || one.kind === kind),
        paging,
      ),
    previewSeries: ({ body }) => {
      const type = typeOf(times, body.visitTypeId)
      const occurrences = occurrencesOf(body.rule, Date.parse(body.start)).map((start) =>
        works(type, body, start)
          ? { start: instant(start), works: true, nearest: [] }
          : {
              start: instant(start),
              works: false,
              reason: 'fully-booked' as const,
              nearest: nearest(body, start),
            },
      )
      return { patientId: body.patientId, occurrences }
    },
    bookSeries: ({
      body: {
        visitTypeId,
        practitionerId,
        patientId,
        starts,
        reason,
        language,
        minorConsentsAlone,
        state: place,
        ...more
      },
    }) => {
      const type = typeOf(times, visitTypeId)
      const practitioner = find(samplePractitioners, practitionerId)
      const errors = starts.flatMap((start, index) =>
        works(type, { practitionerId, patientId, state: place }, Date.parse(start))
          ? []
          : [{ pointer: `/starts/${index}`, code: 'fully-booked', message: 'Must be a time that is free.' }],
      )
      if (errors.length > 0) return problem(409, 'occurrences_unavailable', { errors })
      const seriesId = newId('series')
      const patient = samplePatientOf(patientId)
      const appointments = starts.map((start) =>
        sampleAppointment(newId('appointment'), type, Date.parse(start), {
          ...{ practitioner, patientId, seriesId },
          ...(patient && { patient }),
          ...(reason && { reason }),
          ...(language && { language }),
          ...(minorConsentsAlone && { consentedByMinor: true }),
          ...sampleClaims(type, practitioner, more),
        }),
      )
      state.appointments.push(...appointments)
      for (const one of appointments) changed(one)
      return { id: seriesId, patientId, appointments }
    },
  })
}
