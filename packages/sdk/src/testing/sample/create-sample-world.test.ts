import { expect, test, vi } from 'vitest'
import { createSampleWorld, type SampleStage } from './create-sample-world.ts'

const monday = '2026-11-23T15:00:00Z'

test('a patient goes from finding a time to the end of the visit, and the clinician sees each step', async () => {
  const world = createSampleWorld({ stage: 'new', now: monday })
  const patient = world.client()
  const clinician = world.client('practitioner')
  const { patientId, practitionerId } = world.ids

  const { items: specialties } = await patient.specialties.list()
  const [type] = await patient.visitTypes.list({ specialty: specialties[0]?.code }).toArray()
  if (!type) throw new Error('There is nothing to book')
  const { items: slots } = await patient.slots.search({
    visitTypeId: type.id,
    from: monday,
    to: '2026-11-24T00:00:00Z',
    practitionerId,
  })
  const slot = slots[0]
  if (!slot) throw new Error('There is no free time')
  const hold = await patient.holds.place({ visitTypeId: type.id, start: slot.start, practitionerId, patientId })
  const again = { visitTypeId: type.id, start: slot.start, practitionerId }
  await expect(patient.holds.place(again)).rejects.toMatchObject({ code: 'slot_taken' })
  const appointment = await patient.appointments.book({ holdId: hold.id, patientId, reason: 'A sample reason' })
  expect(await clinician.appointments.list({ practitionerId, status: 'booked' }).toArray()).toEqual([appointment])

  const location = { line1: '1 Example Street', city: 'Sampleton', state: 'OH', kind: 'home' as const }
  const checkIn = { location, callbackPhone: '555-0111', noEmergencyContact: 'none-to-name' } as const
  await expect(patient.visits.checkIn(appointment.id, checkIn)).rejects.toMatchObject({ code: 'too_early' })
  world.advance((Date.parse(appointment.start) - Date.parse(monday)) / 60_000 - 10)
  await expect(patient.visits.checkIn(appointment.id, checkIn)).rejects.toMatchObject({ code: 'consent_missing' })

  const { items: needed } = await patient.consents.requirements(patientId, {
    purposes: appointment.requiredConsents,
    language: 'es',
  })
  const document = needed[0]?.document
  if (!document) throw new Error('There is no consent to decide')
  expect(document.language).toBe('es')
  const decision = {
    documentId: document.id,
    version: document.version,
    language: document.language,
    decision: 'granted' as const,
    signature: { kind: 'typed' as const, name: 'Robin Example' },
    contentHash: document.contentHash,
    zone: 'America/New_York',
  }
  await expect(patient.consents.decide(patientId, { ...decision, sectionsSeen: [] })).rejects.toMatchObject({
    code: 'sections_not_read',
  })
  await patient.consents.decide(patientId, { ...decision, sectionsSeen: document.sections.map(({ id }) => id) })

  await expect(patient.visits.checkIn(appointment.id, checkIn)).rejects.toMatchObject({ code: 'intake_missing' })
  const answers = [
    { linkId: 'concern', values: [{ text: 'A sample answer' }] },
    { linkId: 'medicines', values: [{ boolean: true }] },
  ]
  const incomplete = patient.intake.submit(appointment.id, 'general-intake', { answers, version: 0 })
  await expect(incomplete).rejects.toMatchObject({
    code: 'answers_missing',
    errors: [{ pointer: '/answers/medicine-names' }],
  })
  const named = [...answers, { linkId: 'medicine-names', values: [{ text: 'Samplin' }] }]
  await patient.intake.submit(appointment.id, 'general-intake', { answers: named, version: 0 })

  await expect(
    patient.visits.checkIn(appointment.id, { ...checkIn, location: { ...location, state: 'CA' } }),
  ).rejects.toMatchObject({ code: 'not_licensed' })
  const queues: number[] = []
  clinician
    .watch(() => clinician.queue.get(practitionerId), { on: ['queue.*'] })
    .subscribe(({ items }) => queues.push(items.length))
  await vi.waitFor(() => expect(queues).toEqual([0]))
  const visit = await patient.visits.checkIn(appointment.id, checkIn)
  await vi.waitFor(() => expect(queues).toEqual([0, 1]))
  expect(await patient.visits.queuePosition(visit.id)).toMatchObject({ position: 1, status: 'waiting' })
  await expect(patient.visits.takeSeat(visit.id)).rejects.toMatchObject({ code: 'not_admitted' })

  await clinician.visits.admit(visit.id)
  const first = await clinician.visits.takeSeat(visit.id)
  const second = await patient.visits.takeSeat(visit.id)
  expect(second.seats).toEqual([{ id: first.id, role: 'practitioner' }])
  expect((await patient.visits.get(visit.id)).status).toBe('in-progress')
  await clinician.visits.end(visit.id, { outcome: 'completed' })
  expect((await patient.appointments.get(appointment.id)).status).toBe('completed')
  await expect(patient.visits.takeSeat(visit.id)).rejects.toMatchObject({ code: 'visit_ended' })
})

test.each<[SampleStage, string | undefined, string | undefined]>([
  ['new', undefined, undefined],
  ['booked', 'booked', undefined],
  ['prepared', 'booked', undefined],
  ['waiting', 'checked-in', 'waiting'],
  ['admitted', 'checked-in', 'admitted'],
  ['in-visit', 'in-progress', 'in-progress'],
  ['ended', 'completed', 'ended'],
])('a world can start at %s', (stage, appointmentStatus, visitStatus) => {
  const { state, ids } = createSampleWorld({ stage, now: monday })
  expect(state.appointments.find(({ id }) => id === ids.appointmentId)?.status).toBe(appointmentStatus)
  expect(state.visits.find(({ id }) => id === ids.visitId)?.status).toBe(visitStatus)
})

test('an answer that triggers an emergency rule shows in the queue', async () => {
  const world = createSampleWorld({ stage: 'booked', now: monday })
  const [appointment] = world.state.appointments.filter(({ id }) => id === world.ids.appointmentId)
  if (!appointment) throw new Error('There is no appointment')
  appointment.questionnaires = ['mood-check']
  const answers = [
    { linkId: 'interest', values: [{ code: '2' }] },
    { linkId: 'harm', values: [{ code: '1' }] },
  ]
  const form = await world.client().intake.save(appointment.id, 'mood-check', { answers, version: 0 })
  expect(form.emergencies).toEqual(['self-harm-thoughts'])
})

test('a hold expires by the clock of the world', async () => {
  const world = createSampleWorld({ stage: 'new', now: monday })
  const client = world.client()
  const start = '2026-11-23T17:00:00Z'
  const hold = await client.holds.place({ visitTypeId: 'visit-type-new', start })
  world.advance(6)
  const booking = client.appointments.book({ holdId: hold.id, patientId: world.ids.patientId })
  await expect(booking).rejects.toMatchObject({ code: 'hold_expired' })
  expect((await client.holds.place({ visitTypeId: 'visit-type-new', start })).practitioner.id).toBe(
    hold.practitioner.id,
  )
})

test('at any hour of a week, at month ends, leap days and clock changes, the first day with free times has several', async () => {
  const hour = 3_600_000
  const moments = ['2026-11-27', '2027-01-31', '2028-02-29', '2027-03-14', '2027-11-07', '2026-12-31'].flatMap(
    (first) => Array.from({ length: 168 }, (_, hours) => Date.parse(`${first}T00:27:00Z`) + hours * hour),
  )
  for (const moment of moments) {
    const client = createSampleWorld({ stage: 'new', now: () => new Date(moment) }).client()
    for (const practitionerId of ['practitioner-jo', 'practitioner-lee']) {
      const to = new Date(moment + 4 * 24 * hour).toISOString()
      const from = new Date(moment).toISOString()
      const { items } = await client.slots.search({ visitTypeId: 'visit-type-new', practitionerId, from, to })
      const firstDay = items.filter(({ start }) => start.slice(0, 10) === items[0]?.start.slice(0, 10))
      expect(firstDay.length, `${from}, ${practitionerId}`).toBeGreaterThan(3)
    }
  }
})

test('a world uses the clock that it is given', () => {
  let time = Date.parse('2028-02-29T23:59:59Z')
  const world = createSampleWorld({ now: () => new Date(time) })
  expect(world.now()).toBe('2028-02-29T23:59:59Z')
  time += 1000
  expect(world.now()).toBe('2028-03-01T00:00:00Z')
  world.advance(30)
  expect(world.now()).toBe('2028-03-01T00:30:00Z')
  expect(() => createSampleWorld({ now: 'tomorrow' })).toThrow('Give an RFC 3339 instant')
})

test('no person in it could be taken for a real one', () => {
  const { state } = createSampleWorld()
  const phones = [state.patient.phone, state.organization.contact.phone]
  for (const phone of phones) expect(phone).toMatch(/^555-01\d\d$/)
  expect(state.patient.email).toMatch(/@example\.org$/)
  expect(state.patient.name.family).toBe('Example')
})
