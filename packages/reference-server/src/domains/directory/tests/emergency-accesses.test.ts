import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember, addPractitioner } from '../index.ts'
import { cardiologist, insertPatientDirectly } from './lakeside.testing.ts'

type Schemas = components['schemas']
type Access = Schemas['EmergencyAccess']
type Report = Schemas['EmergencyAccessReport']

const story = 'Found unconscious at the front door.'

describe.each(domainEngines)('emergency access on %s', (engine) => {
  let server: TestHospital
  beforeAll(async () => {
    server = await createTestHospital({ engine, hasCareTeams: true })
  })
  afterAll(() => server.stop())

  type Staff = 'practitioner' | 'nurse' | 'privacy-officer' | 'administrator'
  const member = async (role: Staff, displayName = 'Robin Example', more: readonly Schemas['Role'][] = []) => {
    const { id, practitionerId } = await server.keep('directory', async (context) => {
      const added = await addMember(context, { displayName, roles: [role, ...more] })
      if (role !== 'practitioner') return { id: added.id, practitionerId: null }
      const practitioner = await addPractitioner(context, { ...cardiologist, displayName, memberId: added.id })
      return { id: added.id, practitionerId: practitioner.id }
    })
    const again = (): Promise<SignedInClient> => server.as([role, ...more], { personId: id, practitionerId })
    return { id, client: await again(), again }
  }
  const url = (patientId: string): string => `/v1/patients/${patientId}`
  const open = async (
    client: SignedInClient,
    patientId: string,
    reason: Schemas['EmergencyReason'] = 'life-at-risk',
  ): Promise<Access> => {
    const { status, body } = await client.post(`${url(patientId)}/emergency-accesses`, { reason, text: story })
    expect(status, JSON.stringify(body)).toBe(201)
    return body
  }
  const read = async (client: SignedInClient, patientId: string): Promise<string | number> => {
    const { status, body } = await client.get(url(patientId))
    return body?.code ?? status
  }
  const list = async (client: SignedInClient, query = ''): Promise<Report[]> =>
    (await client.get(`/v1/emergency-accesses?limit=100${query}`)).body.items
  const review = (client: SignedInClient, { id, version }: Report, body: object) =>
    client.post(`/v1/emergency-accesses/${id}/review`, { version, ...body })
  const reported = async (client: SignedInClient, id: string): Promise<Report> => {
    const found = (await list(client)).find((each) => each.id === id)
    if (!found) throw new Error('not listed')
    return found
  }

  it('opens the chart of a patient whom the clinician does not treat, and ends at once when it is ended', async () => {
    const [clinician, patient] = [await member('practitioner', 'Dr. Blake Here'), await insertPatientDirectly(server)]
    const refused = await clinician.client.get(url(patient.id))
    expect(refused).toMatchObject({ status: 403, body: { code: 'no_treatment_relationship' } })
    expect(refused.body.detail).toContain('In an emergency, open the chart with a reason.')
    const access = await open(clinician.client, patient.id)
    expect(access).toEqual({
      id: expect.any(String),
      patientId: patient.id,
      openedBy: { memberId: clinician.id, displayName: 'Dr. Blake Here' },
      reason: 'life-at-risk',
      from: server.clock.now().toISOString(),
      until: new Date(server.clock.now().getTime() + 3_600_000).toISOString(),
    })
    expect(await read(clinician.client, patient.id)).toBe(200)
    expect((await clinician.client.get('/v1/own-emergency-accesses')).body.items).toEqual([access])
    const other = await insertPatientDirectly(server)
    expect(await read(clinician.client, other.id)).toBe('no_treatment_relationship')
    expect((await clinician.client.post(`/v1/emergency-accesses/${access.id}/end`)).body.endedAt).toBeTruthy()
    expect(await read(clinician.client, patient.id)).toBe('no_treatment_relationship')
    expect((await clinician.client.get('/v1/own-emergency-accesses')).body.items).toEqual([])
    expect((await clinician.client.post(`/v1/emergency-accesses/${access.id}/end`)).body.code).toBe(
      'emergency_access_ended',
    )
  })

  it('ends after an hour by itself', async () => {
    const [clinician, patient] = [await member('nurse'), await insertPatientDirectly(server)]
    await open(clinician.client, patient.id)
    server.clock.advance({ minutes: 59 })
    expect(await read(await clinician.again(), patient.id)).toBe(200)
    server.clock.advance({ minutes: 1 })
    expect(await read(await clinician.again(), patient.id)).toBe('no_treatment_relationship')
    await open(await clinician.again(), patient.id)
    expect(await read(await clinician.again(), patient.id)).toBe(200)
  })

  it('needs a reason of the list, a text, and a fresh sign-in', async () => {
    const [clinician, patient] = [await member('practitioner'), await insertPatientDirectly(server)]
    const post = (body: object, client = clinician.client) => client.post(`${url(patient.id)}/emergency-accesses`, body)
    expect((await post({ reason: 'curious', text: story })).status).toBe(400)
    expect((await post({ reason: 'life-at-risk' })).status).toBe(400)
    expect((await post({ reason: 'life-at-risk', text: 'short' })).body.errors).toMatchObject([{ pointer: '/text' }])
    const stale = await clinician.again()
    server.clock.advance({ minutes: 6 })
    expect(await post({ reason: 'life-at-risk', text: story }, stale)).toMatchObject({
      status: 401,
      body: { code: 'step_up_required' },
    })
    expect(await read(await clinician.again(), patient.id)).toBe('no_treatment_relationship')
  })

  it('is refused a second time while it is open, and for a patient who does not exist', async () => {
    const [clinician, patient] = [await member('practitioner'), await insertPatientDirectly(server)]
    await open(clinician.client, patient.id)
    const again = await clinician.client.post(`${url(patient.id)}/emergency-accesses`, {
      reason: 'cannot-answer',
      text: story,
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'emergency_access_open' } })
    const nobody = await clinician.client.post(`${url(clinician.id)}/emergency-accesses`, {
      reason: 'cannot-answer',
      text: story,
    })
    expect(nobody.status).toBe(404)
  })

  it('is not opened by the database for longer than an hour, whatever the policy says, nor reviewed by its opener', async () => {
    const [clinician, patient] = [await member('practitioner'), await insertPatientDirectly(server)]
    const { id } = await open(clinician.client, patient.id)
    const change = (columns: object) =>
      server.keep('directory', ({ tx }) =>
        tx.updateTable('directory.emergency_accesses').set(columns).where('id', '=', id).execute(),
      )
    const now = server.clock.now()
    await expect(change({ ends_at: new Date(now.getTime() + 3_600_001) })).rejects.toThrow('check')
    const reviewed = { outcome: 'appropriate', reviewed_at: now }
    await expect(change({ ...reviewed, reviewed_by: clinician.id })).rejects.toThrow('check')
    await change({ ...reviewed, reviewed_by: (await member('privacy-officer')).id })
  })

  it('opens only what serves an emergency', async () => {
    const [clinician, patient] = [await member('practitioner'), await insertPatientDirectly(server)]
    await open(clinician.client, patient.id)
    const refused = await clinician.client.get(`${url(patient.id)}/background`)
    expect(refused).toMatchObject({ status: 403, body: { code: 'purpose_not_permitted' } })
    expect(await read(clinician.client, patient.id)).toBe(200)
  })

  it('gives no access to a colleague’s own work', async () => {
    const [clinician, away, patient] = [
      await member('practitioner'),
      await member('practitioner'),
      await insertPatientDirectly(server),
    ]
    await open(clinician.client, patient.id)
    const { practitionerId } = away.client.caller
    expect((await clinician.client.get(`/v1/practitioners/${practitionerId}/queue`)).body.code).toBe('not_assigned')
  })

  it('is in the ledger with its reason and purpose, and the patient reads both', async () => {
    const [clinician, patient] = [await member('practitioner'), await insertPatientDirectly(server)]
    await open(clinician.client, patient.id, 'danger-to-others')
    await clinician.client.get(`${url(patient.id)}/allergies`)
    const rows = await server.accessRows({ patientId: patient.id })
    expect(rows.map(({ operation, because, purpose }) => [operation, because, purpose])).toEqual([
      ['openEmergencyAccess', 'emergency-danger-to-others', 'BTG'],
      ['listAllergies', 'emergency-danger-to-others', 'BTG'],
    ])
    const self = await server.as('patient', { personId: patient.id, patientIds: [patient.id] })
    const { body } = await self.get(`${url(patient.id)}/accesses?others=true`)
    expect(body.items).toMatchObject([
      { entity: 'Allergy', reason: 'emergency-danger-to-others', purpose: 'BTG', actor: { id: clinician.id } },
      { entity: 'EmergencyAccess', reason: 'emergency-danger-to-others', purpose: 'BTG' },
    ])
    expect(JSON.stringify(body)).not.toContain(story)
  })

  it('is not stated where the whole organization is open to the role, whatever is open in an emergency', async () => {
    const [nurse, patient] = [await member('nurse'), await insertPatientDirectly(server)]
    const alerts = (purpose: string) => nurse.client.get('/v1/alerts', { headers: { 'x-purpose-of-use': purpose } })
    const refused = await alerts('BTG')
    expect(refused).toMatchObject({ status: 403, body: { code: 'purpose_not_permitted' } })
    expect(refused.body.detail).toContain('opened no chart in an emergency')
    await open(nurse.client, patient.id)
    expect((await alerts('BTG')).body.code).toBe('purpose_not_permitted')
    expect((await alerts('TREAT')).status).toBe(200)
    // Opening one is the only act for which it is the usual purpose.
    const other = await insertPatientDirectly(server)
    const opened = await nurse.client.post(
      `${url(other.id)}/emergency-accesses`,
      { reason: 'life-at-risk', text: story },
      { headers: { 'x-purpose-of-use': 'BTG' } },
    )
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
  })

  it('notifies the patient, the clinician and the reviewers at once, in events without a text', async () => {
    const [clinician, patient] = [await member('practitioner'), await insertPatientDirectly(server)]
    const { id, until } = await open(clinician.client, patient.id)
    await server.settle()
    expect((await eventsOf(server, 'directory.emergency-access-opened')).at(-1)).toEqual({
      emergencyAccessId: id,
      patientId: patient.id,
      memberId: clinician.id,
      reason: 'life-at-risk',
      until,
    })
    expect(
      server.live.delivered.filter(({ ids }) => 'emergencyAccessId' in ids && ids.emergencyAccessId === id),
    ).toMatchObject([
      {
        type: 'emergency-access.changed',
        audience: expect.arrayContaining([`patient:${patient.id}`, `member:${clinician.id}`, 'role:privacy-officer']),
      },
    ])
  })

  it('is reviewed by another person, who reads the text and says why not', async () => {
    const [clinician, officer, patient] = [
      await member('practitioner', 'Dr. Blake Here'),
      await member('privacy-officer', 'Robin Reviews'),
      await insertPatientDirectly(server),
    ]
    const { id } = await open(clinician.client, patient.id)
    const report = await reported(officer.client, id)
    expect(report).toMatchObject({
      patientName: 'Pat Sample',
      text: story,
      openedBy: { displayName: 'Dr. Blake Here' },
      reviewBy: new Date(server.clock.now().getTime() + 3 * 86_400_000).toISOString(),
    })
    expect((await review(officer.client, report, { outcome: 'not-appropriate' })).body.errors).toMatchObject([
      { pointer: '/note', code: 'required' },
    ])
    const asked = await review(officer.client, report, { outcome: 'more-information', note: 'Who was with you?' })
    expect(asked.body).toMatchObject({ review: { outcome: 'more-information', note: 'Who was with you?' } })
    expect((await list(officer.client, '&waiting=true')).map((each) => each.id)).toContain(id)
    expect((await review(officer.client, report, { outcome: 'appropriate' })).body.code).toBe('version_conflict')
    const done = await review(officer.client, asked.body, { outcome: 'not-appropriate', note: 'There was no need.' })
    expect(done.body).toMatchObject({
      text: story,
      review: { outcome: 'not-appropriate', note: 'There was no need.', reviewedBy: { displayName: 'Robin Reviews' } },
    })
    expect(await reported(officer.client, id)).toEqual(done.body)
    expect((await list(officer.client, '&waiting=true')).map((each) => each.id)).not.toContain(id)
    expect((await review(officer.client, done.body, { outcome: 'appropriate' })).body.code).toBe(
      'emergency_access_reviewed',
    )
    await server.settle()
    expect((await eventsOf(server, 'directory.emergency-access-reviewed')).at(-1)).toMatchObject({
      emergencyAccessId: id,
      outcome: 'not-appropriate',
    })
  })

  it('is never reviewed by who opened it, whatever their roles', async () => {
    const [both, patient] = [
      await member('practitioner', 'Dr. Blake Both', ['privacy-officer']),
      await insertPatientDirectly(server),
    ]
    const { id } = await open(both.client, patient.id)
    const report = await reported(both.client, id)
    expect(await review(both.client, report, { outcome: 'appropriate' })).toMatchObject({
      status: 403,
      body: { code: 'own_emergency_access' },
    })
    expect((await reported(both.client, id)).review).toBeUndefined()
  })

  it('that no one reviews in three days is escalated to administrators, once', async () => {
    const [clinician, officer, administrator, patient] = [
      await member('practitioner'),
      await member('privacy-officer'),
      await member('administrator'),
      await insertPatientDirectly(server),
    ]
    const { id } = await open(clinician.client, patient.id)
    const listed = async () => (await list(await administrator.again(), '&waiting=true')).find((each) => each.id === id)
    expect(await listed()).toBeUndefined()
    const early = await reported(officer.client, id)
    expect((await review(administrator.client, early, { outcome: 'appropriate' })).status).toBe(404)
    const run = () => server.runJob('directory.escalate-emergency-accesses')
    const overdue = async () =>
      (await eventsOf(server, 'directory.emergency-access-overdue')).filter((each) => each.emergencyAccessId === id)
    server.clock.advance({ hours: 72, seconds: -1 })
    await run()
    expect(await overdue()).toEqual([])
    server.clock.advance({ seconds: 1 })
    await run()
    await run()
    expect(await overdue()).toHaveLength(1)
    const late = await listed()
    expect(late?.escalatedAt).toBe(server.clock.now().toISOString())
    const done = await review(await administrator.again(), late as Report, { outcome: 'appropriate' })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(await listed()).toBeUndefined()
  })
})
