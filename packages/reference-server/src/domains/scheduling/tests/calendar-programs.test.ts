import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

let hospital: SchedulingHospital
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
})
afterAll(() => hospital.stop())
const { twoPeople, hold, book } = actsAt(() => hospital)

interface Entry {
  readonly uid: string
  readonly sequence: number
  readonly stamp: number
  readonly organizer: string
  readonly start: string
  readonly end: string
  readonly status: string
}

/** One event of a file, as ical.js reads it. */
const readFile = (file: string): { readonly method: string; readonly entry: Entry } => {
  const calendar = new ICAL.Component(ICAL.parse(file))
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vevent'])
  const component = calendar.getFirstSubcomponent('vevent') ?? undefined
  const event = new ICAL.Event(component)
  const textOf = (name: string): string => String(component?.getFirstPropertyValue(name) ?? '')
  const momentOf = (time: { toJSDate(): Date }): string => time.toJSDate().toISOString().replace('.000', '')
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    entry: {
      uid: event.uid,
      sequence: event.sequence,
      stamp: Date.parse(textOf('dtstamp')),
      organizer: event.organizer,
      start: momentOf(event.startDate),
      end: momentOf(event.endDate),
      status: textOf('status'),
    },
  }
}

/**
 * What a calendar program does with the files that it is given: RFC 5546, 2.1.5 (a file with a lower sequence, or with the same one and an
 * earlier stamp, is older and changes nothing), 3.2.1 (PUBLISH adds or replaces) and 3.2.5 (CANCEL cancels).
 */
const calendarProgram = () => {
  const latest = new Map<string, Entry & { readonly isCancelled: boolean }>()
  return {
    open: (file: string): void => {
      const { method, entry } = readFile(file)
      const known = latest.get(entry.uid)
      if (known && known.organizer !== entry.organizer) return
      if (known && (entry.sequence - known.sequence || entry.stamp - known.stamp) < 0) return
      latest.set(entry.uid, { ...entry, isCancelled: method === 'CANCEL' })
    },
    shown: () =>
      [...latest.values()]
        .filter(({ isCancelled }) => !isCancelled)
        .map(({ start, end, status }) => ({ start, end, status })),
  }
}

const fileOf = async ({ client }: TwoPeople, appointmentId: string): Promise<string> => {
  const { status, headers, body } = await client.get(`/v1/appointments/${appointmentId}/calendar`)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar'])
  return body
}

/** The files of a visit that was booked at 10:00, moved to 10:20 and cancelled. */
const filesOfOne = async (): Promise<readonly [booked: string, moved: string, cancelled: string]> => {
  const two = await twoPeople()
  const { id } = await answered(book(two, day(3, '15:00')), 201)
  const booked = await fileOf(two, id)
  hospital.clock.advance({ seconds: 1 })
  const held = await answered(hold(two, day(3, '15:20'), { appointmentId: id }), 201)
  await answered(two.client.post(`/v1/appointments/${id}/reschedule`, { holdId: held.id }), 200)
  const moved = await fileOf(two, id)
  hospital.clock.advance({ seconds: 1 })
  await answered(two.client.post(`/v1/appointments/${id}/cancel`, { reason: 'patient-request' }), 200)
  return [booked, moved, await fileOf(two, id)]
}

const at = (from: string, to: string) => ({ start: day(3, from), end: day(3, to), status: 'CONFIRMED' })

test('a calendar program adds the visit, moves it, and removes it when it is cancelled', async () => {
  const files = await filesOfOne()
  const program = calendarProgram()
  const shown = files.map((file) => {
    program.open(file)
    return program.shown()
  })
  expect(shown).toEqual([[at('15:00', '15:20')], [at('15:20', '15:40')], []])
})

test('an older file that is opened later changes nothing', async () => {
  const [booked, moved, cancelled] = await filesOfOne()
  const program = calendarProgram()
  for (const file of [moved, booked]) program.open(file)
  expect(program.shown()).toEqual([at('15:20', '15:40')])
  for (const file of [cancelled, moved, booked]) program.open(file)
  expect(program.shown()).toEqual([])
})

test('a requested visit is tentative, and the file after the approval confirms the same one', async () => {
  const administrator = await hospital.as('administrator')
  const { id: _, active: __, version: ___, ...like } = hospital.types.get('cardiology-follow-up')!
  const body = { ...like, code: 'follow-up-by-request', bookingMode: 'request', minimumNoticeMinutes: 60 }
  const type = await answered(administrator.post('/v1/visit-types', body), 201)
  const two = await twoPeople()
  const held = await answered(hold(two, day(3, '15:00'), { visitTypeId: type.id }), 201)
  const appointment = { holdId: held.id, patientId: two.patient.id }
  const { id } = await answered(two.client.post('/v1/appointments', appointment), 201)
  const program = calendarProgram()
  program.open(await fileOf(two, id))
  expect(program.shown()).toEqual([{ ...at('15:00', '15:20'), status: 'TENTATIVE' }])
  hospital.clock.advance({ seconds: 1 })
  const desk = await hospital.as('front-desk')
  await answered(desk.post(`/v1/appointments/${id}/approve`, {}), 200)
  program.open(await fileOf(two, id))
  expect(program.shown()).toEqual([at('15:00', '15:20')])
})
