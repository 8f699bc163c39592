import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarFile, type CalendarVisit } from './calendar-file.ts'

const appointment: CalendarVisit = {
  id: '0192-appointment',
  patientId: 'patient-of-nobody',
  practitionerId: 'practitioner-of-nobody',
  visitTypeId: 'cardiology-visit',
  busyId: 'busy',
  start: new Date('2026-11-25T15:30:00Z'),
  end: new Date('2026-11-25T16:00:00Z'),
  status: 'booked',
  cancellationReason: null,
  sequence: 0,
  version: 1,
  updatedAt: new Date('2026-11-24T09:00:00Z'),
  stateCode: 'OH',
  acceptedReasons: [],
  unsupportedReasons: [],
  overridden: false,
  answerBy: null,
  bookedAt: new Date('2026-11-24T09:00:00Z'),
  claims: [],
  claimOwners: [],
  seriesId: null,
  sensitivity: null,
  consentedByMinor: false,
  modality: 'video',
}
const branding = {
  organizationName: 'Lakeside Health',
  organizationId: 'lakeside',
  address: ['12 Harbor Street', 'Lakeside, OH 43440'],
  portal: 'https://portal.example',
  language: 'en-US',
}

/** Content lines (RFC 5545, 3.1). */
const unfold = (file: string): string[] => file.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

/** Properties of the one event. */
const properties = (file: string): Map<string, string> =>
  new Map(
    unfold(file)
      .filter((line) => line.includes(':'))
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1)]
      }),
  )

test('contains time, organization and link', () => {
  const file = properties(calendarFile(appointment, branding))
  expect(file.get('DTSTART')).toBe('20261125T153000Z')
  expect(file.get('DTEND')).toBe('20261125T160000Z')
  expect(file.get('SUMMARY')).toBe('Appointment with Lakeside Health')
  expect(file.get('URL;VALUE=URI')).toBe('https://portal.example')
  expect(file.get('STATUS')).toBe('CONFIRMED')
})

test('leads to the clinic if and only if the visit takes place there', () => {
  expect(properties(calendarFile(appointment, branding)).has('LOCATION')).toBe(false)
  const file = calendarFile({ ...appointment, modality: 'in-person' }, branding)
  const [event] = new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent')
  expect(event?.getFirstPropertyValue('location')).toBe('12 Harbor Street, Lakeside, OH 43440')
  const without = calendarFile({ ...appointment, modality: 'in-person' }, { ...branding, address: undefined })
  expect(properties(without).has('LOCATION')).toBe(false)
})

test('contains nothing that reveals health information', () => {
  // Long lines are folded (RFC 5545, 3.1), if necessary in the middle of a word.
  const file = calendarFile(appointment, branding).replaceAll('\r\n ', '')
  for (const word of ['cardiology', 'practitioner-of-nobody', 'patient-of-nobody', 'video', 'visit'])
    expect(file).not.toContain(word)
})

test('a rescheduled appointment keeps its UID and has a higher sequence; a cancelled one is removed from the calendar', () => {
  const first = properties(calendarFile(appointment, branding))
  const moved = properties(calendarFile({ ...appointment, sequence: 1 }, branding))
  const cancelled = properties(calendarFile({ ...appointment, sequence: 2, status: 'cancelled' }, branding))
  expect(new Set([first, moved, cancelled].map((file) => file.get('UID')))).toEqual(
    new Set(['0192-appointment@lakeside']),
  )
  expect([first, moved, cancelled].map((file) => file.get('SEQUENCE'))).toEqual(['0', '1', '2'])
  expect(first.get('METHOD')).toBe('PUBLISH')
  expect(cancelled.get('METHOD')).toBe('CANCEL')
  expect(cancelled.get('STATUS')).toBe('CANCELLED')
})

test('every line ends with CRLF, the last one too', () => {
  const file = calendarFile(appointment, branding)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('a long name with accents is folded into lines of at most 75 bytes, between letters', () => {
  const organizationName = 'Clínica de Atención Médica y Niñez San José de la Montaña, Región Sur y Península'
  const file = calendarFile(appointment, { ...branding, organizationName, language: 'es' })
  expect(file.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  const calendar = new ICAL.Component(ICAL.parse(file))
  expect(new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined).summary).toBe(
    `Cita con ${organizationName}`,
  )
})

test('names the organization as organizer, alike in every file, with an address that reaches no one', () => {
  const organizer = (file: string) => properties(file).get('ORGANIZER;CN="Lakeside Health"')
  const cancelled: CalendarVisit = { ...appointment, sequence: 2, status: 'cancelled' }
  const files = [
    calendarFile(appointment, branding),
    calendarFile({ ...appointment, sequence: 1 }, { ...branding, portal: null, language: 'es' }),
    calendarFile(cancelled, branding),
  ]
  for (const file of files) expect(organizer(file)).toBe('mailto:appointments@lakeside.invalid')
})

test('uses the language of the reader', () => {
  expect(properties(calendarFile(appointment, { ...branding, language: 'es-MX,es;q=0.9' })).get('SUMMARY')).toBe(
    'Cita con Lakeside Health',
  )
})

test.each([
  'Lake\r\nATTENDEE:mailto:x@example.com',
  'Lake\nEND:VCALENDAR',
  'Lake;X=1,2\\',
  'Lake";X=1:mailto:x@example.com',
])('a name cannot inject lines into the file: %j', (organizationName) => {
  const lines = calendarFile(appointment, { ...branding, organizationName }).split('\r\n')
  expect(lines.filter((line) => line.startsWith('ATTENDEE') || line.startsWith('X='))).toEqual([])
  expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1)
  const [organizer, ...more] = unfold(lines.join('\r\n')).filter((line) => line.startsWith('ORGANIZER'))
  expect(organizer).toMatch(/^ORGANIZER;CN="[^"]*":mailto:appointments@lakeside\.invalid$/)
  expect(more).toEqual([])
  expect(lines.every((line) => !line.includes('\n'))).toBe(true)
})
