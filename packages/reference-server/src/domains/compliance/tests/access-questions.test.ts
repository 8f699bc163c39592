import { describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newAddress, prepareNotices } from '../../messaging/tests/notices.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('a question about an access, on %s', (engine) => {
  const notices = prepareNotices(engine)

  const officerNamed = async (name: string): Promise<SignedInClient> => {
    const member = await notices.kit.addMember('privacy-officer', name)
    return notices.kit.as('privacy-officer', { personId: member.caller.personId })
  }
  const again = (officer: SignedInClient) => notices.kit.as('privacy-officer', { personId: officer.caller.personId })

  /** A nurse with no part in the care of a patient opens the record. */
  const opened = async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    const nurse = await notices.kit.addMember('nurse', 'Nia Curioussample')
    await answered(nurse.get(`/v1/patients/${id}`), 200)
    const { items } = await answered(client.get(`/v1/patients/${id}/accesses?others=true`), 200)
    return { id, client, nurse, email, accessId: (items as Schemas['Access'][])[0]?.id ?? '' }
  }
  const ask = (client: SignedInClient, id: string, accessId: string, more: object = {}) =>
    client.post(`/v1/patients/${id}/access-questions`, { accessId, reason: 'no-care', ...more })
  const ownOf = async (client: SignedInClient, id: string): Promise<Schemas['AccessQuestion'][]> =>
    (await answered(client.get(`/v1/access-questions?patientId=${id}`), 200)).items
  const waitingFor = async (officer: SignedInClient, patientId: string): Promise<Schemas['AccessQuestion'][]> => {
    const { items } = await answered(officer.get('/v1/access-questions?limit=100'), 200)
    return items.filter((question: Schemas['AccessQuestion']) => question.patientId === patientId)
  }

  test('reaches the privacy officers with the access and what explains it, is taken and answered, and the patient reads how far it is', async () => {
    const officer = await officerNamed('Robin Officersample')
    const { id, client, email, accessId } = await opened()
    expect(await ownOf(client, id)).toEqual([])
    const text = 'I had no visit that day.'
    const question = await answered(ask(client, id, accessId, { text }), 201)
    expect(question).toMatchObject({ status: 'open', reason: 'no-care', text, dueAt: '2026-12-09T15:00:00.000Z' })
    expect(question).not.toHaveProperty('explanation')
    const [waiting] = await waitingFor(officer, id)
    expect(waiting).toMatchObject({
      id: question.id,
      patient: { id },
      text,
      access: { id: accessId, actor: { displayName: 'Nia Curioussample' }, entity: 'Patient' },
      explanation: 'none',
    })

    await answered(officer.post(`/v1/access-questions/${question.id}/assign`, { version: 1 }), 200)
    expect(await ownOf(client, id)).toMatchObject([{ status: 'assigned' }])
    // Who works on it is not the patient's to know.
    expect((await ownOf(client, id))[0]).not.toHaveProperty('assignedTo')
    expect((await waitingFor(officer, id))[0]?.assignedTo?.displayName).toBe('Robin Officersample')

    const answer = 'She opened the wrong record and closed it at once. We have talked with her.'
    await answered(
      officer.post(`/v1/access-questions/${question.id}/answer`, { outcome: 'mistake', answer, version: 2 }),
      200,
    )
    expect(await ownOf(client, id)).toMatchObject([{ status: 'answered', outcome: 'mistake', answer, text }])
    expect(await waitingFor(officer, id)).toEqual([])
    const done = await answered(officer.get('/v1/access-questions?answered=true&limit=100'), 200)
    expect(done.items[0]).toMatchObject({ id: question.id, outcome: 'mistake' })

    await notices.kit.settle()
    await notices.kit.send()
    const [mail, ...others] = notices.mailsTo(email)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Your question about your record has an answer')
    expect(mail?.text).toMatch(/https:\/\/portal\.lakeside\.example\/access\s/)
    expect(mail?.raw).not.toMatch(/Nia|Curioussample|wrong record|mistake/)
  })

  test('is asked once about an access until it is answered, also by two requests at the same moment', async () => {
    const officer = await officerNamed('Robin Officersample')
    const { id, client, accessId } = await opened()
    const results = await Promise.all([1, 2].map(() => ask(client, id, accessId)))
    expect(results.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(results.find(({ status }) => status === 409)?.body.code).toBe('already_asked')
    const [{ id: first } = { id: '' }] = await ownOf(client, id)
    const words = { outcome: 'appropriate', answer: 'It was for your visit.', version: 1 }
    await answered(officer.post(`/v1/access-questions/${first}/answer`, words), 200)
    const twice = officer.post(`/v1/access-questions/${first}/answer`, { ...words, version: 2 })
    expect(await answered(twice, 409)).toMatchObject({ code: 'already_answered' })
    await answered(ask(client, id, accessId), 201)
    expect((await ownOf(client, id)).map(({ status }) => status)).toEqual(['open', 'answered'])
  })

  test('is about an access to the own record only', async () => {
    const [one, other] = [await opened(), await opened()]
    expect((await ask(one.client, one.id, other.accessId)).status).toBe(404)
    expect((await ask(one.client, other.id, other.accessId)).status).toBe(404)
    expect((await one.client.get(`/v1/access-questions?patientId=${other.id}`)).status).toBe(404)
    expect((await one.client.get('/v1/access-questions')).status).toBe(404)
  })

  test('is asked and read by a proxy who may see the record, and by no other', async () => {
    const { id, accessId } = await opened()
    const [reader, scheduler] = [
      await notices.kit.addProxy(id, ['record']),
      await notices.kit.addProxy(id, ['schedule']),
    ]
    expect(await answered(ask(scheduler, id, accessId), 403)).toMatchObject({ code: 'outside_proxy_scope' })
    await answered(ask(reader, id, accessId), 201)
    expect(await ownOf(reader, id)).toHaveLength(1)
    const refused = scheduler.get(`/v1/access-questions?patientId=${id}`)
    expect(await answered(refused, 403)).toMatchObject({ code: 'outside_proxy_scope' })
  })

  test('is passed on to a privacy officer only, and no one answers about their own access', async () => {
    const { id, client } = await opened()
    const officer = await officerNamed('Robin Officersample')
    const colleague = await officerNamed('Sam Secondsample')
    const nurse = await notices.kit.addMember('nurse')
    await answered(officer.get(`/v1/patients/${id}/accesses`), 200)
    const { items } = await answered(client.get(`/v1/patients/${id}/accesses?others=true`), 200)
    const own = items.find(({ actor }: Schemas['Access']) => actor.id === officer.caller.personId)
    const { id: questionId } = await answered(ask(client, id, own?.id ?? ''), 201)
    const path = `/v1/access-questions/${questionId}`
    const toNurse = officer.post(`${path}/assign`, { memberId: nurse.caller.personId, version: 1 })
    expect(await answered(toNurse, 422)).toMatchObject({ code: 'not_a_privacy_officer' })
    const words = { outcome: 'appropriate', answer: 'All is well.' }
    const byThemselves = officer.post(`${path}/answer`, { ...words, version: 1 })
    expect(await answered(byThemselves, 403)).toMatchObject({ code: 'own_access' })
    await answered(officer.post(`${path}/assign`, { memberId: colleague.caller.personId, version: 1 }), 200)
    const stale = colleague.post(`${path}/answer`, { ...words, version: 1 })
    expect(await answered(stale, 409)).toMatchObject({ code: 'version_conflict' })
    await answered(colleague.post(`${path}/answer`, { ...words, version: 2 }), 200)
    await expect(nurse.get('/v1/access-questions').then(({ status }) => status)).resolves.toBe(403)
  })

  test('is escalated once when its deadline passes without an answer, and not before; the patient reads that it is late', async () => {
    const { id, client, accessId } = await opened()
    const officer = await officerNamed('Robin Officersample')
    const { id: questionId } = await answered(ask(client, id, accessId), 201)
    const job = 'compliance.escalate-access-questions'
    const later = async () => {
      await notices.kit.runJob(job)
      const [question] = await waitingFor(await again(officer), id)
      return question
    }
    notices.kit.clock.set('2026-12-09T14:59:59Z')
    expect(await later()).not.toHaveProperty('escalatedAt')
    notices.kit.clock.set('2026-12-09T15:00:00Z')
    expect(await later()).toMatchObject({ id: questionId, escalatedAt: '2026-12-09T15:00:00.000Z', version: 2 })
    notices.kit.clock.set('2026-12-10T15:00:00Z')
    expect(await later()).toMatchObject({ escalatedAt: '2026-12-09T15:00:00.000Z', version: 2 })
    const patient = await notices.kit.as('patient', { personId: id })
    expect((await ownOf(patient, id))[0]).toHaveProperty('escalatedAt')
    const events = await eventsOf(notices.kit, 'compliance.access-question-changed')
    expect(events.flatMap((event) => (event.questionId === questionId ? [event.becameOverdue] : []))).toEqual([
      false,
      true,
    ])
  })

  test('is one of at most twenty that wait', async () => {
    const { id, client } = await opened()
    for (let count = 0; count < 20; count += 1) await answered(client.get(`/v1/patients/${id}`), 200)
    const { items } = await answered(client.get(`/v1/patients/${id}/accesses?limit=100`), 200)
    const ids = items.map((access: Schemas['Access']) => access.id).slice(0, 21)
    for (const accessId of ids.slice(0, 20)) await answered(ask(client, id, accessId), 201)
    expect(await answered(ask(client, id, ids[20]), 409)).toMatchObject({ code: 'too_many_questions' })
  })

  test('explains an access by the work of the person, and not by what the organization allows to all', async () => {
    const officer = await officerNamed('Robin Officersample')
    const { id, client } = await notices.kit.addPatient({ email: newAddress() })
    await answered(client.get(`/v1/patients/${id}`), 200)
    const { items } = await answered(client.get(`/v1/patients/${id}/accesses`), 200)
    const own = items.find(({ actor }: Schemas['Access']) => actor.kind === 'patient')
    await answered(ask(client, id, own?.id ?? ''), 201)
    expect(await waitingFor(officer, id)).toMatchObject([{ explanation: 'own' }])
  })
})
