import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { sampleLicense, withVisitVerbs, type Person, type VisitHospital } from '../../visits/tests/hospital.testing.ts'
import { withMessagingVerbs, type MessagingHospital } from './messaging-kit.testing.ts'

describe.each(domainEngines)('messages in the room of a visit on %s', (engine) => {
  let kit: MessagingHospital
  let visits: VisitHospital
  let patientId: string
  let visitId: string
  let path: string
  let patient: SignedInClient
  let doctor: SignedInClient
  let practitioner: Person
  beforeAll(async () => {
    const hospital = await createTestHospital({ engine, hasCareTeams: true })
    kit = withMessagingVerbs(hospital)
    visits = withVisitVerbs(hospital)
  })
  afterAll(() => kit.stop())

  const addDoctor = async (displayName: string): Promise<Person> => {
    const member = await kit.addMember('practitioner', displayName)
    const { practitionerId = '' } = await visits.addPractitioner([sampleLicense('OH')], 'America/New_York', {
      displayName,
      memberId: member.caller.personId,
    })
    return { role: 'practitioner', personId: member.caller.personId, practitionerId }
  }
  beforeEach(async () => {
    practitioner = await addDoctor('Dr. Casey Example')
    patientId = (await kit.addPatient()).id
    const person: Person = { role: 'patient', personId: patientId, patientIds: [patientId] }
    visitId = (await visits.checkedIn(person, practitioner)).id
    path = `/v1/visits/${visitId}`
    patient = await visits.signIn(person)
    doctor = await kit.as('practitioner', { ...practitioner, kind: 'member' })
    await answered(doctor.post(`${path}/admit`), 200)
  })

  const write = (client: SignedInClient, text: string) => client.post(`${path}/messages`, { text })
  const textsOf = async (client: SignedInClient): Promise<string[]> =>
    ((await answered(client.get(`${path}/thread`), 200)).thread?.messages ?? []).map(
      ({ text }: { text: string }) => text,
    )

  test('what one side writes, the other reads; the visit has one thread, of its practitioner', async () => {
    expect((await doctor.get(`${path}/thread`)).body).toEqual({ visitId, patientId })
    const first = await answered(write(patient, 'I cannot hear you.'), 201)
    expect(first).toMatchObject({
      topic: 'visit',
      subject: '',
      visitId,
      patientId,
      assigneeRole: 'practitioner',
      assignee: { memberId: practitioner.personId },
      waitingFor: 'care-team',
      unread: 0,
      messages: [{ text: 'I cannot hear you.', mine: true, from: { kind: 'patient', displayName: 'Ana Fictional' } }],
    })
    expect((await doctor.get(`${path}/thread`)).body.thread).toMatchObject({ id: first.id, unread: 1 })
    const reply = await answered(write(doctor, 'Press “Turn the sound on”.'), 201)
    expect(reply).toMatchObject({ id: first.id, patient: { displayName: 'Ana Fictional' }, waitingFor: 'patient' })
    expect((await patient.get(`${path}/thread`)).body.thread).toMatchObject({
      unread: 1,
      messages: [{ text: 'Press “Turn the sound on”.', from: { displayName: 'Dr. Casey Example' }, mine: false }, {}],
    })
    // In the lists of messages and of one topic as well.
    expect((await patient.get('/v1/threads?topic=visit')).body.items).toMatchObject([{ id: first.id, unread: 1 }])
    expect((await doctor.get(`/v1/threads?patientId=${patientId}&topic=billing`)).body.items).toEqual([])
  })

  test('two people who write first at once write in one thread', async () => {
    const answers = await Promise.all([
      write(patient, 'a'),
      write(doctor, 'b'),
      write(patient, 'c'),
      write(doctor, 'd'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect((await textsOf(doctor)).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('a message that is sent again under its key is written once', async () => {
    const again = { idempotencyKey: newId() }
    const [one, other] = [
      await patient.post(`${path}/messages`, { text: 'Once.' }, again),
      await patient.post(`${path}/messages`, { text: 'Once.' }, again),
    ]
    expect([one.status, other.status]).toEqual([201, 201])
    expect(await textsOf(patient)).toEqual(['Once.'])
  })

  test('during the visit reading is enough; after it a message waits for an answer', async () => {
    const { messages } = await answered(write(patient, 'My pharmacy moved.'), 201)
    const mark = (messageId: string) => doctor.post(`${path}/thread/read`, { messageId })
    expect((await mark(messages[0].id)).body).toMatchObject({ patientId, unread: 0 })
    const waits = async () => (await doctor.get(`${path}/thread`)).body.thread.waitingFor
    expect(await waits()).toBe('none')
    expect((await doctor.get('/v1/inbox-counts')).body.messages).toBe(0)
    await answered(doctor.post(`${path}/end`, { outcome: 'completed' }), 200)
    const late = await answered(write(patient, 'One more question.'), 201)
    await answered(mark(late.messages[0].id), 200)
    expect(await waits()).toBe('care-team')
    expect((await doctor.get('/v1/inbox-counts')).body.messages).toBe(1)
    expect(await textsOf(patient)).toEqual(['One more question.', 'My pharmacy moved.'])
    expect((await mark(newId())).status).toBe(404)
  })

  test('who takes part in the visit reads and writes, and no one else', async () => {
    await answered(write(patient, 'Only for you.'), 201)
    const companion = await kit.addProxy(patientId, ['visit'])
    expect(await textsOf(companion)).toEqual(['Only for you.'])
    expect((await answered(write(companion, 'I am next to her.'), 201)).messages[0]).toMatchObject({
      from: { kind: 'proxy', displayName: 'Robin Sample' },
    })
    // The record is not theirs to read, and the thread is part of it.
    const { id } = (await doctor.get(`${path}/thread`)).body.thread
    expect((await companion.get(`/v1/threads/${id}`)).body.code).toBe('outside_proxy_scope')
    const scheduler = await kit.addProxy(patientId, ['schedule'])
    expect((await scheduler.get(`${path}/thread`)).body.code).toBe('outside_proxy_scope')
    expect((await write(scheduler, 'No.')).body.code).toBe('outside_proxy_scope')
    const stranger = (await kit.addPatient()).client
    expect([(await stranger.get(`${path}/thread`)).status, (await write(stranger, 'No.')).status]).toEqual([404, 404])
    for (const role of ['front-desk', 'biller'] as const) {
      const other = await kit.addMember(role)
      expect([(await other.get(`${path}/thread`)).status, (await write(other, 'No.')).status]).toEqual([403, 403])
    }
    const colleague = await kit.as('practitioner', { ...(await addDoctor('Dr. Other Example')), kind: 'member' })
    expect((await colleague.get(`${path}/thread`)).body.code).toBe('no_treatment_relationship')
    expect((await write(colleague, 'No.')).body.code).toBe('no_treatment_relationship')
    expect(await textsOf(doctor)).toEqual(['I am next to her.', 'Only for you.'])
  })

  test('other threads about the visit are not in the room', async () => {
    const body = { topic: 'question', subject: 'x', text: 'About the visit.', visitId, attachmentIds: [] }
    await answered(patient.post(`/v1/patients/${patientId}/threads`, body), 201)
    expect(await textsOf(doctor)).toEqual([])
    await answered(write(patient, 'In the visit.'), 201)
    expect(await textsOf(doctor)).toEqual(['In the visit.'])
  })

  test('only this operation creates the thread of a visit', async () => {
    const body = { topic: 'visit', subject: 'x', text: 'x', visitId, attachmentIds: [] }
    expect(await patient.post(`/v1/patients/${patientId}/threads`, body)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/topic' }] },
    })
  })

  test('each page has the older messages of the one before', async () => {
    for (const text of ['one', 'two', 'three']) await answered(write(patient, text), 201)
    const page = (await doctor.get(`${path}/thread?limit=2`)).body.thread
    expect(page.messages.map(({ text }: { text: string }) => text)).toEqual(['three', 'two'])
    const older = (await doctor.get(`${path}/thread?limit=2&cursor=${page.nextCursor}`)).body.thread
    expect(older).toMatchObject({ messages: [{ text: 'one' }], nextCursor: null })
  })

  const addFile = async (client: SignedInClient, bytes: Buffer) => {
    const response = await client.fetch(`${path}/attachments`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
    })
    return { status: response.status, location: response.headers.get('location'), body: await response.json() }
  }
  const contentOf = (client: SignedInClient, id: string) => client.fetch(`${path}/attachments/${id}/content`)
  const photograph = (): Promise<Buffer> =>
    sharp({ create: { width: 40, height: 20, channels: 3, background: '#0b6e6e' } })
      .withExif({ IFD0: { Make: 'Fictional Phone' } })
      .jpeg()
      .toBuffer()

  test('a picture is sent without the details of its camera, and who takes part reads it, also afterward and in the record', async () => {
    const { status, location, body: file } = await addFile(patient, await photograph())
    expect({ status, location }).toEqual({ status: 201, location: `${path}/attachments/${file.id}/content` })
    // Nothing that is not sent is read, not even by its author.
    expect((await contentOf(patient, file.id)).status).toBe(404)
    const { messages } = await answered(
      patient.post(`${path}/messages`, { text: 'My rash.', attachmentIds: [file.id] }),
      201,
    )
    expect(messages[0].attachments).toMatchObject([{ id: file.id, kind: 'image', mediaType: 'image/jpeg' }])
    await answered(doctor.post(`${path}/end`, { outcome: 'completed' }), 200)
    const companion = await kit.addProxy(patientId, ['visit'])
    for (const client of [patient, doctor, companion]) {
      expect((await client.get(`${path}/thread`)).body.thread.messages[0].attachments).toMatchObject([{ id: file.id }])
      const content = Buffer.from(await (await contentOf(client, file.id)).arrayBuffer())
      expect(await sharp(content).metadata()).toMatchObject({ width: 40, height: 20 })
      expect(content.toString('latin1')).not.toContain('Fictional Phone')
    }
    // The documents of the patient have it, with the thread of the visit.
    const { id: threadId } = (await patient.get(`${path}/thread`)).body.thread
    for (const client of [patient, doctor])
      expect((await client.get(`/v1/patients/${patientId}/attachments`)).body.items).toMatchObject([
        { id: file.id, thread: { id: threadId, subject: '' } },
      ])
    const rows = await kit.accessRows({ patientId })
    expect(rows.map(({ operation, action }) => ({ operation, action }))).toEqual(
      expect.arrayContaining([
        { operation: 'addVisitAttachment', action: 'create' },
        { operation: 'getVisitAttachmentContent', action: 'read' },
      ]),
    )
  })

  test('a companion without the record sends a file, and one who is not in the visit sends and reads none', async () => {
    const companion = await kit.addProxy(patientId, ['visit'])
    const { body: file } = await addFile(companion, await photograph())
    await answered(companion.post(`${path}/messages`, { text: 'Her arm.', attachmentIds: [file.id] }), 201)
    expect((await contentOf(doctor, file.id)).status).toBe(200)
    const scheduler = await kit.addProxy(patientId, ['schedule'])
    const stranger = (await kit.addPatient()).client
    const colleague = await kit.as('practitioner', { ...(await addDoctor('Dr. Other Example')), kind: 'member' })
    for (const client of [scheduler, stranger, colleague]) {
      expect([403, 404]).toContain((await addFile(client, await photograph())).status)
      expect([403, 404]).toContain((await contentOf(client, file.id)).status)
    }
    // A file is sent once, and by the person who uploaded it.
    for (const client of [companion, patient])
      expect((await client.post(`${path}/messages`, { text: 'Again.', attachmentIds: [file.id] })).body.code).toBe(
        'unknown_attachment',
      )
    expect(await textsOf(doctor)).toEqual(['Her arm.'])
  })

  test('a file of another thread is not read by way of a visit, and what is no picture or PDF is refused', async () => {
    const { body: file } = await addFile(patient, await photograph())
    const body = { topic: 'question', subject: 'x', text: 'Not for the room.', attachmentIds: [file.id] }
    await answered(patient.post(`/v1/patients/${patientId}/threads`, body), 201)
    await answered(write(patient, 'In the visit.'), 201)
    const companion = await kit.addProxy(patientId, ['visit'])
    expect((await contentOf(companion, file.id)).status).toBe(404)
    expect((await addFile(patient, Buffer.from('MZ not a picture'))).body.code).toBe('unsupported_attachment_type')
  })

  test('the room receives ids only, and the ledger has every act', async () => {
    const { id: threadId } = await answered(write(patient, 'Hello from the room.'), 201)
    await doctor.get(`${path}/thread`)
    await kit.settle()
    const emitted = kit.live.delivered.filter(
      ({ type, ids }) => type === 'visit-thread.changed' && ids.visitId === visitId,
    )
    expect(emitted.map(({ ids, audience }) => ({ ids, audience }))).toEqual([
      {
        ids: { visitId, patientId },
        audience: [`patient:${patientId}`, `member:${practitioner.personId}`, 'role:practitioner', 'role:nurse'],
      },
    ])
    expect(kit.live.delivered.some(({ type, ids }) => type === 'thread.changed' && ids.threadId === threadId)).toBe(
      true,
    )
    expect(JSON.stringify(kit.live.delivered)).not.toContain('Hello from the room')
    const rows = await kit.accessRows({ patientId })
    expect(rows.map(({ operation, action, because }) => ({ operation, action, because }))).toEqual(
      expect.arrayContaining([
        { operation: 'postVisitMessage', action: 'create', because: 'message' },
        { operation: 'getVisitThread', action: 'read', because: 'message' },
      ]),
    )
  })
})
