import type { Appointment, Consent, Visit } from '@visitkit/sdk'
import type { PastVisit } from './past-visit.ts'
import type { PastWorld } from './past-world.ts'

const day = 24 * 60 * 60_000

/** From the search for a slot to the end of the call, with the requests of two people's pages. */
export const playVisit = async (world: PastWorld, story: PastVisit): Promise<Visit> => {
  const appointment = await bookAppointment(world, story)
  await giveConsents(world, story, appointment)
  await answerIntake(world, story, appointment)
  return holdVisit(world, story, appointment)
}

const bookAppointment = async (world: PastWorld, story: PastVisit): Promise<Appointment> => {
  const { clock, people, seeded, startedAt } = world
  const from = new Date(startedAt.getTime() - story.daysAgo * day)
  clock.setTo(new Date(from.getTime() - story.bookedDaysBefore * day))
  const patient = people.patient(story.patient)
  const patientId = seeded.patients.get(story.patient) ?? ''
  const practitionerId = seeded.practitioners.get(story.practitioner)?.id ?? ''
  const visitType = (await patient.visitTypes.list({ limit: 100 }).toArray()).find(
    ({ code }) => code === story.visitType,
  )
  if (!visitType) throw new Error(`There is no visit type ${story.visitType}.`)
  const { items: slots } = await patient.slots.search({
    visitTypeId: visitType.id,
    practitionerId,
    patientId,
    from: from.toISOString(),
    to: new Date(from.getTime() + 4 * day).toISOString(),
  })
  const [slot] = slots
  if (!slot) throw new Error(`${story.practitioner} has no time for ${story.visitType}.`)
  const hold = await patient.holds.place({
    visitTypeId: visitType.id,
    start: slot.start,
    practitionerId,
    patientId,
  })
  return patient.appointments.book({ holdId: hold.id, patientId, reason: story.reason })
}

/** Signs every required consent that is not signed. */
const giveConsents = async (
  { people, seeded }: PastWorld,
  story: PastVisit,
  { id: appointmentId }: Appointment,
): Promise<Consent[]> => {
  const patient = people.patient(story.patient)
  const patientId = seeded.patients.get(story.patient) ?? ''
  const { name, zone } = await patient.patients.get(patientId)
  const { items } = await patient.consents.requirements(patientId, {
    purposes: ['telehealth-treatment'],
    appointmentId,
  })
  return Promise.all(
    items
      .filter(({ status }) => status === 'required')
      .map(({ document }) =>
        patient.consents.decide(patientId, {
          documentId: document.id,
          version: document.version,
          language: document.language,
          decision: 'granted',
          signature: { kind: 'typed', name: `${name.given} ${name.family}` },
          contentHash: document.contentHash,
          sectionsSeen: document.sections.map(({ id }) => id),
          zone,
          appointmentId,
        }),
      ),
  )
}

/** The evening before, so that scores are close to the visit that they are for. */
const answerIntake = async (
  { clock, people }: PastWorld,
  story: PastVisit,
  { id, start }: Appointment,
): Promise<void> => {
  const patient = people.patient(story.patient)
  clock.setTo(new Date(Date.parse(start) - 16 * 60 * 60_000))
  for (const [code, answers] of Object.entries(story.answers))
    await patient.intake.submit(id, code, { answers, version: 0 })
}

const holdVisit = async (world: PastWorld, story: PastVisit, appointment: Appointment): Promise<Visit> => {
  const { clock, people, seeded } = world
  const patient = people.patient(story.patient)
  const practitioner = people.practitioner(story.practitioner)
  clock.setTo(new Date(Date.parse(appointment.start) - 6 * 60_000))
  const { address, phone = '' } = await patient.patients.get(seeded.patients.get(story.patient) ?? '')
  if (!address) throw new Error(`people/lakeside.json: ${story.patient} has no address.`)
  const { line1, city, state, postalCode = '' } = address
  const { id } = await patient.visits.checkIn(appointment.id, {
    location: { line1, city, state, postalCode, kind: 'home' },
    callbackPhone: phone,
    noEmergencyContact: 'none-to-name',
  })
  await patient.visits.recordDeviceCheck(id, {
    camera: 'ok',
    microphone: 'ok',
    speaker: 'ok',
    connection: 'good',
    supported: true,
  })
  clock.advance(7)
  await practitioner.visits.admit(id)
  await patient.visits.takeSeat(id)
  await practitioner.visits.takeSeat(id)
  clock.advance(story.minutes)
  return practitioner.visits.end(id, { outcome: 'completed' })
}
