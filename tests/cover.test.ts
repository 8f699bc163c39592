import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, type Hospital, type Person } from './hospital/create-hospital.ts'
import { startPartners, type HospitalPartners } from './hospital/start-partners.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { savedNote, completeNoteBody } from './requests/documentation.ts'
import { waitingVisit } from './requests/visits.ts'

type Schemas = components['schemas']

/** Cover from end to end, on two processes of one deployment. */
let server: RunningServer
let other: RunningServer
let partners: HospitalPartners
let hospital: Hospital

beforeAll(async () => {
  const id = newId()
  partners = await startPartners(id, () => server?.clock.now() ?? new Date())
  const databaseUrl = await migratedDatabase()
  server = await startServer({ databaseUrl, environment: partners.environment })
  other = await startServer({ databaseUrl, sameDeployment: server, environment: partners.environment })
  hospital = await createHospital(server, id)
})
afterAll(async () => {
  await other?.close()
  await server?.stop()
  await partners?.stop()
})

const inHours = (hours: number): string => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
const takeCover = (by: Person, { practitionerId }: Person, hours = 2): Promise<Schemas['Cover']> =>
  body(by.post('/v1/covers', { practitionerId, reason: 'absent', until: inHours(hours) }))
const queueOf = ({ practitionerId }: Person): string => `/v1/practitioners/${practitionerId}/queue`
const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>): Promise<string | number> => {
  const { status, body: given } = await answer
  return status < 300 ? status : (given.code ?? status)
}
const eventually = async (look: () => Promise<string | number>, expected: string | number): Promise<void> => {
  await expect.poll(look, { timeout: 10_000, interval: 100 }).toBe(expected)
}

describe('cover', () => {
  it('applies from the next request in every process, and ends with the next one after it was ended', async () => {
    const [away, stranger] = [await hospital.outsider('practitioner'), await hospital.outsider('practitioner')]
    const elsewhere = stranger.at(other.url)
    expect(await codeOf(stranger.get(queueOf(away)))).toBe('not_assigned')
    expect(await codeOf(elsewhere.get(queueOf(away)))).toBe('not_assigned')
    const { id } = await takeCover(stranger, away)
    expect(await codeOf(stranger.get(queueOf(away)))).toBe(200)
    expect(await codeOf(elsewhere.get(queueOf(away)))).toBe(200)
    await body(away.post(`/v1/covers/${id}/end`))
    expect(await codeOf(stranger.get(queueOf(away)))).toBe('not_assigned')
    // The other process has the grant in its cache until it receives the event.
    await eventually(() => codeOf(elsewhere.get(queueOf(away))), 'not_assigned')
  })

  it('is shown to the patient: who acted, and on behalf of whom', async () => {
    const [away, stranger] = [await hospital.outsider('practitioner'), await hospital.outsider('practitioner')]
    const patient = await hospital.person('patient')
    const { id: holdId } = await body(
      hospital.desk.post('/v1/holds', {
        visitTypeId: hospital.visitTypeId,
        practitionerId: away.practitionerId,
        start: new Date(Math.ceil(server.clock.now().getTime() / 300_000) * 300_000 + 86_400_000).toISOString(),
        patientId: patient.personId,
      }),
    )
    await body(hospital.desk.post('/v1/appointments', { holdId, patientId: patient.personId }))
    expect(await codeOf(stranger.get(`/v1/patients/${patient.personId}`))).toBe('no_treatment_relationship')
    await takeCover(stranger, away)
    expect(await codeOf(stranger.get(`/v1/patients/${patient.personId}`))).toBe(200)
    const { items }: { items: Schemas['Access'][] } = await body(
      patient.get(`/v1/patients/${patient.personId}/accesses?others=true`),
    )
    const read = items.filter(({ actor }) => actor.id === stranger.personId)
    expect(read).toMatchObject([
      {
        action: 'read',
        entity: 'Patient',
        reason: 'cover',
        outcome: 'done',
        actor: { displayName: 'Sample practitioner', role: 'practitioner' },
        onBehalfOf: { practitionerId: away.practitionerId, displayName: 'Dr. Casey Example' },
      },
    ])
  })

  it('leaves visits and notes to the practitioner who began them under cover', async () => {
    const [away, stranger] = [await hospital.outsider('practitioner'), await hospital.outsider('practitioner')]
    const { id: visitId } = await waitingVisit(hospital, await hospital.person('patient'), {
      practitionerId: away.practitionerId ?? '',
    })
    const { id: coverId } = await takeCover(stranger, away)
    await body(stranger.post(`/v1/visits/${visitId}/admit`))
    await body(stranger.post(`/v1/covers/${coverId}/end`))
    await body(stranger.post(`/v1/visits/${visitId}/end`, { outcome: 'completed' }))
    const note: Schemas['Note'] = await body(stranger.post(`/v1/visits/${visitId}/note`))
    const { version } = await body(stranger.put(`/v1/notes/${note.id}`, completeNoteBody(note)))
    expect(await codeOf(stranger.post(`/v1/notes/${note.id}/sign`, { version }))).toBe(200)
    // The practitioner of the queue can read the note, and cannot write in it.
    expect(await codeOf(away.get(`/v1/notes/${note.id}`))).toBe(200)
    expect(await codeOf(away.post(`/v1/notes/${note.id}/addenda`, { text: 'More.' }))).toBe('not_assigned')
  })

  it('does not include the care teams of the covered colleague, and cannot be passed on', async () => {
    const colleague = await hospital.person('practitioner')
    const [stranger, further] = [await hospital.outsider('practitioner'), await hospital.outsider('practitioner')]
    await takeCover(stranger, colleague)
    expect(await codeOf(stranger.get(queueOf(await hospital.onDuty())))).toBe('not_assigned')
    await takeCover(further, stranger)
    expect(await codeOf(further.get(queueOf(colleague)))).toBe('not_assigned')
  })
})

describe('a treatment relationship', () => {
  it('begins with an appointment and ends when it is cancelled', async () => {
    const alone = await hospital.outsider('practitioner')
    const { id: patientId } = await hospital.patient()
    expect(await codeOf(alone.get(`/v1/patients/${patientId}/allergies`))).toBe('no_treatment_relationship')
    const start = new Date(Math.ceil(server.clock.now().getTime() / 300_000) * 300_000 + 86_400_000).toISOString()
    const { practitionerId } = alone
    const { id: holdId } = await body(
      hospital.desk.post('/v1/holds', { visitTypeId: hospital.visitTypeId, practitionerId, start, patientId }),
    )
    const { id } = await body(hospital.desk.post('/v1/appointments', { holdId, patientId }))
    expect(await codeOf(alone.get(`/v1/patients/${patientId}/allergies`))).toBe(200)
    await body(hospital.desk.post(`/v1/appointments/${id}/cancel`, { reason: 'patient-request' }))
    expect(await codeOf(alone.get(`/v1/patients/${patientId}/allergies`))).toBe('no_treatment_relationship')
  })

  it('lasts as long as an open task, of a member or of a role', async () => {
    const [alone, nurse] = [await hospital.outsider('practitioner'), await hospital.outsider('nurse')]
    const { id: patientId } = await hospital.patient()
    const path = `/v1/patients/${patientId}/allergies`
    const give = async (assignee: object): Promise<Schemas['CareTask']> =>
      body(hospital.desk.post(`/v1/patients/${patientId}/tasks`, { title: 'Call', priority: 'routine', ...assignee }))
    const mine = await give({ assigneeId: alone.personId })
    expect([await codeOf(alone.get(path)), await codeOf(nurse.get(path))]).toEqual([200, 'no_treatment_relationship'])
    const nurses = await give({ assigneeRole: 'nurse' })
    expect(await codeOf(nurse.get(path))).toBe(200)
    for (const { id, version } of [mine, nurses])
      await body(hospital.desk.patch(`/v1/tasks/${id}`, { status: 'done', version }))
    expect([await codeOf(alone.get(path)), await codeOf(nurse.get(path))]).toEqual([
      'no_treatment_relationship',
      'no_treatment_relationship',
    ])
    expect(await codeOf(alone.post(`/v1/patients/${patientId}/tasks`, { title: 'Mine', priority: 'routine' }))).toBe(
      'no_treatment_relationship',
    )
  })

  it('does not give access to the note of a colleague’s visit that has not begun', async () => {
    const [author, stranger] = [await hospital.outsider('practitioner'), await hospital.outsider('practitioner')]
    const patient = await hospital.person('patient')
    const { id: visitId } = await waitingVisit(hospital, patient, { practitionerId: author.practitionerId ?? '' })
    await body(author.post(`/v1/visits/${visitId}/admit`))
    const task = { title: 'Call', priority: 'routine', assigneeId: stranger.personId }
    await body(hospital.desk.post(`/v1/patients/${patient.personId}/tasks`, task))
    expect(await codeOf(stranger.get(`/v1/visits/${visitId}`))).toBe(200)
    expect(await codeOf(stranger.post(`/v1/visits/${visitId}/note`))).toBe('not_assigned')
    await takeCover(stranger, author)
    expect(await codeOf(stranger.post(`/v1/visits/${visitId}/note`))).toBe(200)
  })

  it('applies to the supervisor who is named on a note, with that reason', async () => {
    const [author, supervisor] = [await hospital.person('practitioner'), await hospital.outsider('practitioner')]
    const note = await savedNote(hospital, author)
    expect(await codeOf(supervisor.get(`/v1/notes/${note.id}`))).toBe('no_treatment_relationship')
    const { version } = note
    await body(author.post(`/v1/notes/${note.id}/sign`, { version, supervisorId: supervisor.personId }))
    const answer = await supervisor.fetch(`/v1/notes/${note.id}`)
    expect(answer.status).toBe(200)
    expect(await server.accessRows(answer.headers.get('x-request-id') ?? '')).toMatchObject([
      { patientId: note.patientId, because: 'supervision', onBehalfOf: author.practitionerId },
    ])
    expect(await codeOf(supervisor.post(`/v1/notes/${note.id}/co-sign`))).toBe(200)
  })

  it('is not required where the organization opens its charts; acting in a colleague’s work needs cover all the same', async () => {
    const open = await createHospital(server)
    const { version } = await body(open.administrator.get('/v1/organization'))
    await body(open.administrator.patch('/v1/organization', { chartReach: 'organization', version }))
    const stranger = await open.outsider('practitioner')
    const patient = await open.person('patient')
    const { id: visitId, practitioner } = await waitingVisit(open, patient)
    const note = await savedNote(open, await open.person('practitioner'))
    expect(await codeOf(stranger.get(`/v1/patients/${patient.personId}/allergies`))).toBe(200)
    expect(await codeOf(stranger.get(`/v1/notes/${note.id}`))).toBe(200)
    expect(await codeOf(stranger.get(`/v1/practitioners/${practitioner.id}/queue`))).toBe(200)
    expect(await codeOf(stranger.put(`/v1/notes/${note.id}`, completeNoteBody(note)))).toBe('not_assigned')
    expect(await codeOf(stranger.post(`/v1/visits/${visitId}/seats`))).toBe('not_assigned')
    expect(await codeOf(stranger.post(`/v1/visits/${visitId}/admit`))).toBe('not_assigned')
  })
})

/** Moves the clock, which ends the sessions of all others. */
describe('the time of a cover', () => {
  it('ends at its exact time, without an event', async () => {
    const own = await createHospital(server)
    const [away, stranger] = [await own.outsider('practitioner'), await own.outsider('practitioner')]
    await takeCover(stranger, away, 1)
    server.clock.advance({ minutes: 59, seconds: 59, milliseconds: 999 })
    expect(await codeOf((await stranger.again()).get(queueOf(away)))).toBe(200)
    server.clock.advance({ milliseconds: 1 })
    expect(await codeOf((await stranger.again()).get(queueOf(away)))).toBe('not_assigned')
  })

  it('starts at its exact time, when the handover is planned ahead', async () => {
    const own = await createHospital(server)
    const [leaving, taking] = [await own.outsider('practitioner'), await own.outsider('practitioner')]
    await body(
      leaving.post(`/v1/practitioners/${leaving.practitionerId}/hand-overs`, {
        toMemberId: taking.personId,
        reason: 'on-leave',
        from: inHours(1),
        until: inHours(10),
      }),
    )
    expect(await codeOf(taking.get(queueOf(leaving)))).toBe('not_assigned')
    server.clock.advance({ hours: 1 })
    expect(await codeOf((await taking.again()).get(queueOf(leaving)))).toBe(200)
  })
})
