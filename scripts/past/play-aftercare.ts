import type { Visit } from '@visitkit/sdk'
import { pastPharmacy } from './past-partners.ts'
import type { PastVisit } from './past-visit.ts'
import type { PastWorld } from './past-world.ts'

const day = 24 * 60

/** From the note to the paid bill: everything after a call, with the requests of the people's pages. */
export const playAftercare = async (world: PastWorld, story: PastVisit, visit: Visit): Promise<void> => {
  world.clock.advance(4)
  await writeNote(world, story, visit)
  if (story.prescription) await prescribe(world, story, story.prescription, visit)
  if (story.test) await orderTest(world, story, story.test, visit)
  if (story.question) await sendQuestion(world, story.question, story, visit)
  await settleBill(world, story, visit)
}

const writeNote = async (
  { people, seeded, clock, until }: PastWorld,
  story: PastVisit,
  { id }: Visit,
): Promise<void> => {
  const practitioner = people.practitioner(story.practitioner)
  const patientId = seeded.patients.get(story.patient) ?? ''
  const { asked } = await practitioner.allergies.ofPatient(patientId)
  if (!asked) await practitioner.allergies.noneKnown(patientId)
  const { sections: written, diagnoses, vitals, service } = story.note
  const note = await practitioner.notes.open(id)
  const saved = await practitioner.notes.save(note.id, {
    sections: note.sections.map(({ code, text }) => ({ code, text: written[code] ?? text })),
    diagnoses: diagnoses.map((code) => ({ code })),
    vitals: vitals.map((vital) => ({ ...vital, source: 'patient-reported' as const })),
    services: [{ ...service, units: 1, diagnosisPointers: [1] }],
    version: note.version,
  })
  clock.advance(3)
  await practitioner.notes.sign(saved.id, { version: saved.version })
  const patient = people.patient(story.patient)
  await until(
    'the summary',
    () => patient.summaries.ofVisit(id),
    ({ publishedAt }) => publishedAt !== undefined,
  )
}

const prescribe = async (
  { people, seeded, until }: PastWorld,
  story: PastVisit,
  prescription: NonNullable<PastVisit['prescription']>,
  { id: visitId }: Visit,
): Promise<void> => {
  const practitioner = people.practitioner(story.practitioner)
  const patientId = seeded.patients.get(story.patient) ?? ''
  const { alerts } = await practitioner.prescriptions.check(patientId, { rxcui: prescription.rxcui })
  const draft = await practitioner.prescriptions.write(patientId, {
    ...prescription,
    visitId,
    pharmacyId: pastPharmacy,
    acknowledgments: alerts.map(({ id }) => ({ alertId: id, reason: 'Talked about in the visit.' })),
  })
  await practitioner.prescriptions.sign(draft.id, { version: draft.version })
  await until(
    'the pharmacy to dispense it',
    () => practitioner.prescriptions.get(draft.id),
    ({ status }) => status === 'dispensed',
  )
}

const orderTest = async (
  { people, seeded, partners, clock, until }: PastWorld,
  story: PastVisit,
  { order, values, comment }: NonNullable<PastVisit['test']>,
  { id: visitId }: Visit,
): Promise<void> => {
  const practitioner = people.practitioner(story.practitioner)
  const { laboratory } = partners
  if (!laboratory) throw new Error('The past has no laboratory.')
  const known = laboratory.orders.length
  const placed = await practitioner.labs.order(seeded.patients.get(story.patient) ?? '', {
    visitId,
    tests: [order],
    diagnosisCodes: [...story.note.diagnoses],
    priority: 'routine',
  })
  await until(
    'the order',
    () => practitioner.labs.getOrder(placed.id),
    ({ status }) => status === 'accepted',
  )
  // The blood was drawn the next day.
  clock.advance(day)
  for (const { placerNumber } of laboratory.orders.slice(known))
    await laboratory.report({ placerNumber, status: 'F', values })
  const { resultIds } = await until(
    'the result',
    () => practitioner.labs.getOrder(placed.id),
    ({ status }) => status === 'final',
  )
  clock.advance(45)
  for (const resultId of resultIds) {
    const { version } = await practitioner.labs.getResult(resultId)
    await practitioner.labs.review(resultId, { version, release: true, comment })
  }
}

/** The owner of the topic replies; the patient reads it and writes the last message. */
const sendQuestion = async (
  { people, seeded, clock }: PastWorld,
  { topic, subject, text, answer, thanks }: NonNullable<PastVisit['question']>,
  story: PastVisit,
  { id: visitId }: Visit,
): Promise<void> => {
  const patient = people.patient(story.patient)
  const answering =
    topic === 'appointment' ? people.staff('jo.marsh', 'front-desk') : people.practitioner(story.practitioner)
  clock.advance(day)
  const { id } = await patient.threads.begin(seeded.patients.get(story.patient) ?? '', {
    topic,
    subject,
    text,
    visitId,
    attachmentIds: [],
  })
  for (const [client, words] of [
    [answering, answer],
    [patient, thanks],
  ] as const) {
    clock.advance(90)
    const { messages } = await client.threads.get(id)
    const [latest] = messages
    if (latest) await client.threads.markRead(id, { messageId: latest.id })
    await client.threads.post(id, { text: words, attachmentIds: [] })
  }
  const { messages, version } = await answering.threads.get(id)
  const [latest] = messages
  if (latest) await answering.threads.markRead(id, { messageId: latest.id })
  await answering.threads.change(id, { status: 'closed', version })
}

/** The payer pays its part, the patient the rest. A patient without insurance pays all of it. */
const settleBill = async (
  { people, seeded, partners, portalOrigin, clock, until }: PastWorld,
  story: PastVisit,
  { id }: Visit,
): Promise<void> => {
  const biller = people.staff('sam.reyes', 'biller')
  const patient = people.patient(story.patient)
  const patientId = seeded.patients.get(story.patient) ?? ''
  clock.advance(day)
  const claim = await until(
    'the claim',
    () => biller.claims.ofVisit(id),
    () => true,
  )
  if (claim.state === 'ready') await biller.claims.submit(claim.id, { version: claim.version })
  const { balanceCents } = await until(
    'what is left to pay',
    () => patient.statements.get(patientId),
    (statement) => statement.balanceCents > 0,
  )
  const { id: paymentId, checkoutUrl = '' } = await patient.payments.begin(patientId, {
    amountCents: balanceCents,
    returnUrl: `${portalOrigin}/bills`,
  })
  const session = partners.payments?.ledger.session(new URL(checkoutUrl).pathname.split('/').at(-1) ?? '')
  if (session) partners.payments?.ledger.pay(session, 'succeeds')
  await until(
    'the payment',
    () => patient.payments.get(paymentId),
    ({ status }) => status === 'paid',
  )
}
