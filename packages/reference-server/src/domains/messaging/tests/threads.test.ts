import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { sampleLicense, withVisitVerbs } from '../../visits/tests/hospital.testing.ts'
import { withMessagingVerbs, type MessagingHospital } from './messaging-kit.testing.ts'

const question = (more: object = {}) => ({
  topic: 'question',
  subject: 'My knee',
  text: 'It hurts when I climb stairs.',
  attachmentIds: [],
  ...more,
})

describe.each(domainEngines)('threads on %s', (engine) => {
  let kit: MessagingHospital
  let patient: { id: string; client: SignedInClient }
  let nurse: SignedInClient
  beforeAll(async () => {
    kit = withMessagingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => kit.stop())
  beforeEach(async () => {
    patient = await kit.addPatient()
    nurse = await kit.addMember('nurse', 'Noor Example')
  })

  const begin = async (client = patient.client, body: object = question()) =>
    client.post(`/v1/patients/${patient.id}/threads`, body)

  test('a patient asks, the right role finds the thread and replies, and each side sees what is unread', async () => {
    const { status, body: thread } = await begin()
    expect(status).toBe(201)
    expect(thread).toMatchObject({
      patientId: patient.id,
      topic: 'question',
      subject: 'My knee',
      status: 'open',
      assigneeRole: 'nurse',
      waitingFor: 'care-team',
      unread: 0,
      messages: [
        { mine: true, text: 'It hurts when I climb stairs.', from: { kind: 'patient', displayName: 'Ana Fictional' } },
      ],
      nextCursor: null,
    })
    expect(thread).not.toHaveProperty('assignee')

    const waiting = await nurse.get('/v1/threads')
    expect(waiting.body.items.filter(({ id }: { id: string }) => id === thread.id)).toMatchObject([
      { patient: { displayName: 'Ana Fictional' }, unread: 1 },
    ])
    const biller = await kit.addMember('biller')
    expect((await biller.get('/v1/threads')).body.items).toEqual([])

    const answered = await nurse.post(`/v1/threads/${thread.id}/messages`, { text: 'Since when?', attachmentIds: [] })
    expect(answered.status).toBe(201)
    expect(answered.body).toMatchObject({
      waitingFor: 'patient',
      assignee: { memberId: nurse.caller.personId },
      messages: [{ text: 'Since when?', mine: true }, { mine: false }],
    })
    expect((await patient.client.get('/v1/thread-counts')).body).toEqual({ unread: 1 })

    const seen = (await patient.client.get(`/v1/threads/${thread.id}`)).body
    expect(seen).toMatchObject({ unread: 1, messages: [{ from: { kind: 'member', displayName: 'Noor Example' } }, {}] })
    const marked = await patient.client.post(`/v1/threads/${thread.id}/read`, { messageId: seen.messages[0].id })
    expect(marked.body).toEqual({ threadId: thread.id, patientId: patient.id, unread: 0 })
    expect((await patient.client.get('/v1/thread-counts')).body).toEqual({ unread: 0 })
  })

  test('clinical questions about a visit go to its practitioner', async () => {
    let doctor = await kit.addMember('practitioner')
    const administrator = await kit.as('administrator')
    const { id: practitionerId } = await answered(
      administrator.post('/v1/practitioners', {
        displayName: 'Dr. Casey Example',
        title: [{ language: 'en', text: 'Physician' }],
        specialties: ['primary-care'],
        languages: ['en'],
        zone: 'America/New_York',
        licenses: [sampleLicense('OH')],
        memberId: doctor.caller.personId,
      }),
      201,
    )
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
    const hours = { zone: 'America/New_York', weekly, exceptions: [], version: 0 }
    await answered(administrator.put(`/v1/practitioners/${practitionerId}/availability`, hours), 200)
    const { checkedIn } = withVisitVerbs(kit)
    const practitioner = { role: 'practitioner', personId: doctor.caller.personId, practitionerId } as const
    const visit = async (patientId: string): Promise<string> =>
      (await checkedIn({ role: 'patient', personId: patientId, patientIds: [patientId] }, practitioner)).id
    const visitId = await visit(patient.id)
    patient.client = await kit.as('patient', { personId: patient.id })
    doctor = await kit.as('practitioner', { personId: doctor.caller.personId, kind: 'member' })
    const { body } = await begin(patient.client, question({ visitId }))
    expect(body).toMatchObject({
      assigneeRole: 'practitioner',
      assignee: { memberId: doctor.caller.personId },
      visitId,
    })
    expect((await doctor.get('/v1/threads')).body.items).toMatchObject([{ id: body.id }])
    // A billing question does not go to the practitioner.
    expect((await begin(patient.client, question({ topic: 'billing', visitId }))).body.assigneeRole).toBe('biller')
    const ofAnother = await visit((await kit.addPatient()).id)
    patient.client = await kit.as('patient', { personId: patient.id })
    expect((await begin(patient.client, question({ visitId: ofAnother }))).status).toBe(404)
  })

  test('a thread is taken, reassigned and closed by the version that was read; a new message reopens it', async () => {
    const { body: thread } = await begin()
    const change = (body: object) => nurse.patch(`/v1/threads/${thread.id}`, body)
    expect((await change({ assigneeId: nurse.caller.personId, version: 1 })).body).toMatchObject({
      assignee: { displayName: 'Noor Example' },
      version: 2,
    })
    expect(await change({ status: 'closed', version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    })
    expect((await change({ assigneeRole: 'front-desk', version: 2 })).body).not.toHaveProperty('assignee')
    expect(await change({ assigneeId: newId(), version: 3 })).toMatchObject({
      status: 422,
      body: { code: 'unknown_member' },
    })
    expect(await change({ assigneeRole: 'patient', version: 3 })).toMatchObject({
      body: { code: 'role_not_assignable' },
    })
    expect((await change({ status: 'closed', version: 3 })).body).toMatchObject({
      status: 'closed',
      waitingFor: 'none',
    })
    const again = await patient.client.post(`/v1/threads/${thread.id}/messages`, { text: 'Still.', attachmentIds: [] })
    expect(again.body).toMatchObject({ status: 'open', waitingFor: 'care-team' })
    expect((await patient.client.patch(`/v1/threads/${thread.id}`, { status: 'closed', version: 5 })).status).toBe(403)
  })

  test('what both sides write and read at the same time is all stored, in one order', async () => {
    const { body: thread } = await begin()
    const path = `/v1/threads/${thread.id}`
    const { id: messageId } = thread.messages[0]
    const texts = ['one', 'two', 'three', 'four']
    const answers = await Promise.all([
      ...texts.map((text, place) =>
        (place % 2 === 0 ? nurse : patient.client).post(`${path}/messages`, { text, attachmentIds: [] }),
      ),
      nurse.post(`${path}/read`, { messageId }),
      nurse.post(`${path}/read`, { messageId }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 200, 200])
    const posted = answers.slice(0, 4).map(({ body }) => body)
    expect(posted.map(({ version }) => version).toSorted()).toEqual([2, 3, 4, 5])
    const shown = (await nurse.get(path)).body.messages
    expect(shown.map(({ text }: { text: string }) => text).toSorted()).toEqual(
      [...texts, thread.messages[0].text].toSorted(),
    )
    const last = posted.find(({ version }) => version === 5)
    expect(last.messages.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      shown.map(({ id }: { id: string }) => id).toSorted(),
    )
  })

  test('a patient cannot read another patient’s thread, nor can a proxy without the record scope', async () => {
    const { body: thread } = await begin()
    const stranger = await kit.addPatient()
    expect((await stranger.client.get(`/v1/threads/${thread.id}`)).status).toBe(404)
    expect((await stranger.client.get(`/v1/threads?patientId=${patient.id}`)).status).toBe(404)
    expect((await stranger.client.get('/v1/threads')).body.items).toEqual([])
    const scheduler = await kit.addProxy(patient.id, ['schedule'])
    expect(await scheduler.get(`/v1/threads/${thread.id}`)).toMatchObject({ body: { code: 'outside_proxy_scope' } })
    expect((await scheduler.get('/v1/threads')).body.items).toEqual([])
    expect((await begin(scheduler)).body.code).toBe('outside_proxy_scope')
    const caregiver = await kit.addProxy(patient.id, ['record'])
    const other = await kit.addPatient()
    const proxyWithoutMessages = await kit.addProxy(other.id, ['record'])
    expect((await proxyWithoutMessages.get('/v1/threads')).body).toEqual({ items: [], nextCursor: null })
    expect((await proxyWithoutMessages.get(`/v1/threads?patientId=${other.id}`)).status).toBe(200)
    expect((await caregiver.get('/v1/threads')).body.items).toMatchObject([{ id: thread.id }])
    expect(await scheduler.get(`/v1/threads?patientId=${patient.id}`)).toMatchObject({ status: 403 })
    const answered = await caregiver.post(`/v1/threads/${thread.id}/messages`, {
      text: 'I will ask her.',
      attachmentIds: [],
    })
    expect(answered.body.messages[0]).toMatchObject({
      from: { kind: 'proxy', displayName: 'Robin Sample' },
      mine: true,
    })
    await caregiver.post(`/v1/threads/${thread.id}/read`, { messageId: answered.body.messages[0].id })
    await nurse.post(`/v1/threads/${thread.id}/messages`, { text: 'Thank you.', attachmentIds: [] })
    expect((await caregiver.get('/v1/thread-counts')).body).toEqual({ unread: 1 })
    expect((await scheduler.get('/v1/thread-counts')).body).toEqual({ unread: 0 })
    // Members list a patient's threads by patient id, and see nothing of a patient of another organization.
    expect((await nurse.get(`/v1/threads?patientId=${newId()}`)).status).toBe(404)
    expect((await nurse.get(`/v1/threads?patientId=${other.id}`)).body).toEqual({ items: [], nextCursor: null })
    expect((await nurse.get(`/v1/threads?patientId=${patient.id}`)).body.items).toMatchObject([{ id: thread.id }])
  })

  test('front desk and billers read the threads that are theirs to answer, and no clinical ones', async () => {
    const { body: clinical } = await begin()
    const { body: money } = await begin(patient.client, question({ topic: 'billing', subject: 'My bill' }))
    const [desk, biller, doctor] = await Promise.all([
      kit.addMember('front-desk'),
      kit.addMember('biller'),
      kit.addMember('practitioner'),
    ])
    const path = `/v1/threads/${clinical.id}`
    const messageId = clinical.messages[0].id
    for (const other of [desk, biller])
      expect([
        (await other.get(path)).status,
        (await other.post(`${path}/messages`, { text: 'Hello.', attachmentIds: [] })).status,
        (await other.post(`${path}/read`, { messageId })).status,
        (await other.patch(path, { status: 'closed', version: 1 })).status,
      ]).toEqual([404, 404, 404, 404])
    const listed = async (client: SignedInClient) =>
      (await client.get(`/v1/threads?patientId=${patient.id}`)).body.items.map(({ id }: { id: string }) => id)
    expect([await listed(desk), await listed(biller)]).toEqual([[], [money.id]])
    expect(await listed(doctor)).toEqual([money.id, clinical.id])
    expect((await biller.get(`/v1/threads/${money.id}`)).status).toBe(200)
    // A member who begins a thread can read it until they reassign it.
    const { body: own } = await desk.post(`/v1/patients/${patient.id}/threads`, question())
    expect((await desk.get(`/v1/threads/${own.id}`)).status).toBe(200)
    await nurse.patch(`/v1/threads/${own.id}`, { assigneeId: nurse.caller.personId, version: 1 })
    expect((await desk.get(`/v1/threads/${own.id}`)).status).toBe(404)
  })

  test('every read and write is in the audit log, by patient', async () => {
    const { body: thread } = await begin()
    await nurse.get(`/v1/threads/${thread.id}`)
    await nurse.get('/v1/threads')
    const rows = await kit.accessRows({ patientId: patient.id })
    expect(rows.map(({ operation, action, because }) => ({ operation, action, because }))).toEqual(
      expect.arrayContaining([
        { operation: 'beginThread', action: 'create', because: 'message' },
        { operation: 'getThread', action: 'read', because: 'message' },
        { operation: 'listThreads', action: 'search', because: 'message' },
      ]),
    )
  })

  test('lists and threads are paged, the latest first', async () => {
    const subjects = ['one', 'two', 'three']
    const threads: { id: string }[] = []
    for (const subject of subjects) threads.push((await begin(patient.client, question({ subject }))).body)
    const first = (await patient.client.get('/v1/threads?limit=2')).body
    expect(first.items.map(({ subject }: { subject: string }) => subject)).toEqual(['three', 'two'])
    const second = (await patient.client.get(`/v1/threads?limit=2&cursor=${first.nextCursor}`)).body
    expect(second).toMatchObject({ items: [{ subject: 'one' }], nextCursor: null })

    const path = `/v1/threads/${threads[0]?.id}`
    for (const text of ['b', 'c']) await patient.client.post(`${path}/messages`, { text, attachmentIds: [] })
    const page = (await patient.client.get(`${path}?limit=2`)).body
    expect(page.messages.map(({ text }: { text: string }) => text)).toEqual(['c', 'b'])
    const older = (await patient.client.get(`${path}?limit=2&cursor=${page.nextCursor}`)).body
    expect(older.messages.map(({ text }: { text: string }) => text)).toEqual(['It hurts when I climb stairs.'])
    // A new message moves its thread to the top.
    expect((await patient.client.get('/v1/threads?limit=1')).body.items).toMatchObject([{ subject: 'one' }])
  })

  test.each([
    'DOE|EVIL\r\nOBX|1 O*BRIEN~SE ^&',
    '<img src=x onerror=alert(1)> [here](javascript:alert(1))',
    '=HYPERLINK("https://example.org")',
    '\u200Fright to left\u200E \u200Bzero\u200D width é',
    '李 محمد نور 👩🏽‍⚕️',
    '{organization} ${now} %s \\x00',
  ])('%j is stored and shown as it was written', async (text) => {
    const subject = text.replaceAll(/\s+/g, ' ')
    const { body } = await begin(patient.client, question({ subject, text }))
    const { body: shown } = await nurse.get(`/v1/threads/${body.id}`)
    expect([shown.subject, shown.messages[0].text]).toEqual([subject, text])
  })

  test('both sides and their roles receive live updates with ids only', async () => {
    const { body: thread } = await begin()
    await kit.settle()
    const emitted = kit.live.delivered.filter(
      (each) => each.type === 'thread.changed' && each.ids.threadId === thread.id,
    )
    expect(emitted).toMatchObject([
      {
        type: 'thread.changed',
        audience: [`patient:${patient.id}`, 'role:nurse'],
        ids: { threadId: thread.id, patientId: patient.id },
      },
    ])
  })

  test('a client that signs in for itself lists what its role may see: nothing is assigned to it', async () => {
    const program = await kit.as('front-desk', { personId: 'set-up-program' })
    for (const path of ['/v1/threads', '/v1/thread-counts', '/v1/tasks', `/v1/patients/${patient.id}/deliveries`])
      await answered(program.get(path), 200)
  })
})
