import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withMessagingVerbs, type MessagingHospital } from '../../messaging/tests/messaging-kit.testing.ts'

type Schemas = components['schemas']
type Question = Schemas['AccessQuestion']

const words = { outcome: 'mistake', answer: 'It was the wrong record.', version: 1 }

/** Call within `describe`. Each hospital begins without a privacy officer. */
const begin = (engine: 'pglite' | 'postgres') => {
  let kit: MessagingHospital
  beforeAll(async () => {
    kit = withMessagingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => kit.stop())
  const officer = async (name: string): Promise<SignedInClient> => {
    const { caller } = await kit.addMember('privacy-officer', name)
    return kit.as('privacy-officer', { personId: caller.personId })
  }
  const administrator = () => kit.addMember('administrator', 'Alex Chiefsample')
  /** A patient asks about an access of this member, who opens the list of accesses or the record. */
  const askedAbout = async (member: SignedInClient): Promise<Question & { readonly client: SignedInClient }> => {
    const { id, client } = await kit.addPatient()
    const isOfficer = member.caller.roles.includes('privacy-officer')
    await answered(member.get(`/v1/patients/${id}${isOfficer ? '/accesses' : ''}`), 200)
    const { items } = await answered(client.get(`/v1/patients/${id}/accesses?others=true`), 200)
    const access = items.find(({ actor }: Schemas['Access']) => actor.id === member.caller.personId)
    const body = { accessId: access?.id ?? '', reason: 'known-person', text: 'We are neighbors.' }
    return { ...(await answered(client.post(`/v1/patients/${id}/access-questions`, body), 201)), client }
  }
  const idsSeenBy = async (by: SignedInClient, query = ''): Promise<readonly string[]> =>
    (await answered(by.get(`/v1/access-questions?limit=100${query}`), 200)).items.map(({ id }: Question) => id)
  const nurse = () => kit.addMember('nurse', 'Nia Curioussample')
  return {
    ...{ officer, administrator, askedAbout, idsSeenBy, nurse },
    get kit() {
      return kit
    },
  }
}

describe.each(domainEngines)('a question about the only privacy officer, on %s', (engine) => {
  const place = begin(engine)
  let only: SignedInClient
  beforeAll(async () => {
    only = await place.officer('Robin Officersample')
  })

  test('is read and answered by an administrator at once, who sees no other', async () => {
    const { administrator, askedAbout, idsSeenBy } = place
    const [question, other] = [await askedAbout(only), await askedAbout(await place.nurse())]
    const chief = await administrator()
    expect(await idsSeenBy(chief)).toEqual([question.id])
    expect(await idsSeenBy(chief, `&patientId=${question.patientId}`)).toEqual([question.id])
    expect(await idsSeenBy(chief, `&patientId=${other.patientId}`)).toEqual([])
    expect(await idsSeenBy(only)).toEqual([question.id, other.id])
    const { items } = await answered(chief.get('/v1/access-questions'), 200)
    expect(items).toMatchObject([
      {
        text: 'We are neighbors.',
        patient: { id: question.patientId },
        access: { actor: { displayName: 'Robin Officersample' } },
        explanation: 'none',
      },
    ])
    for (const step of ['assign', 'answer']) {
      const given = step === 'assign' ? { version: 1 } : words
      expect((await chief.post(`/v1/access-questions/${other.id}/${step}`, given)).status).toBe(404)
    }
    const path = `/v1/access-questions/${question.id}`
    await answered(chief.post(`${path}/assign`, { version: 1 }), 200)
    await answered(chief.post(`${path}/answer`, { ...words, version: 2 }), 200)
    expect(await idsSeenBy(chief)).toEqual([])
    expect(await idsSeenBy(chief, '&answered=true')).toEqual([question.id])
    const own = await answered(question.client.get(`/v1/access-questions?patientId=${question.patientId}`), 200)
    expect(own.items).toMatchObject([{ status: 'answered', answer: words.answer }])
    await answered(only.post(`/v1/access-questions/${other.id}/answer`, words), 200)
  })

  test('is not taken by the officer, nor passed to them, and others are not passed to an administrator', async () => {
    const { administrator, askedAbout } = place
    const [question, other] = [await askedAbout(only), await askedAbout(await place.nurse())]
    const chief = await administrator()
    const { caller } = await administrator()
    const assign = (by: SignedInClient, { id }: Question, memberId: string) =>
      by.post(`/v1/access-questions/${id}/assign`, { memberId, version: 1 })
    for (const by of [only, chief])
      expect(await answered(assign(by, question, only.caller.personId), 403)).toMatchObject({ code: 'own_access' })
    const refused = await answered(assign(only, other, caller.personId), 422)
    expect(refused).toMatchObject({ code: 'not_a_privacy_officer' })
    await answered(assign(only, question, caller.personId), 200)
  })

  test('is seen by no administrator who is the officer in another session', async () => {
    const question = await place.askedAbout(only)
    const self = await place.kit.as('administrator', { personId: only.caller.personId })
    expect(await place.idsSeenBy(self)).toEqual([])
    expect((await self.post(`/v1/access-questions/${question.id}/answer`, words)).status).toBe(404)
  })

  test('is announced to the pages of administrators, and another one is not; also when it becomes overdue', async () => {
    const { kit, askedAbout } = place
    const heardOf = ({ id }: Question): readonly boolean[] =>
      kit.live.delivered
        .filter(({ type, ids }) => type === 'access-question.changed' && 'questionId' in ids && ids.questionId === id)
        .map(({ audience }) => audience.includes('role:administrator'))
    const [question, other] = [await askedAbout(only), await askedAbout(await place.nurse())]
    await kit.settle()
    expect(heardOf(question)).toEqual([true])
    expect(heardOf(other)).toEqual([false])
    await kit.runJob('compliance.escalate-access-questions', new Date('2026-12-10T15:00:00Z'))
    expect(heardOf(question)).toEqual([true, true])
    expect(heardOf(other)).toEqual([false, false])
  })

  test('is the other officers’ to answer, and no administrator’s, as soon as there is one', async () => {
    const { administrator, askedAbout, idsSeenBy } = place
    const question = await askedAbout(only)
    const chief = await administrator()
    expect(await idsSeenBy(chief)).toContain(question.id)
    const second = await place.officer('Sam Secondsample')
    expect(await idsSeenBy(chief)).toEqual([])
    expect((await chief.post(`/v1/access-questions/${question.id}/answer`, words)).status).toBe(404)
    await answered(second.post(`/v1/access-questions/${question.id}/answer`, words), 200)
  })
})

describe('a question in an organization without a privacy officer', () => {
  const place = begin('pglite')

  test('is answered by an administrator, except by the one whom it is about', async () => {
    const { askedAbout, idsSeenBy } = place
    const nurse = await place.nurse()
    const question = await askedAbout(nurse)
    const own = await place.kit.as('administrator', { personId: nurse.caller.personId })
    expect(await idsSeenBy(own)).toEqual([])
    expect((await own.post(`/v1/access-questions/${question.id}/answer`, words)).status).toBe(404)
    const chief = await place.administrator()
    expect(await idsSeenBy(chief)).toEqual([question.id])
    await answered(chief.post(`/v1/access-questions/${question.id}/answer`, words), 200)
  })
})
