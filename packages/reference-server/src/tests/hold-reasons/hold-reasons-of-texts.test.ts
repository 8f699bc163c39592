import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newNumber, prepareNotices } from '../../domains/messaging/tests/notices.testing.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'

type Schemas = components['schemas']
/** The others are of mail and of video. */
type Reason = Exclude<Schemas['PartnerHoldReason'], 'unknown-room' | 'complaint' | 'unknown-sender'>

const ours = [{ phone_number: '+16145550199' }]

/** What people write to the number of notices, and what the SMS vendor reports and does not fit, is at its desk within a minute. */
describe('a text or a report of the SMS vendor', () => {
  const notices = prepareNotices('postgres')
  beforeAll(() => runEveryJobOnce(notices.kit))
  const { smsTo, ledger } = notices
  const address = () => `${notices.kit.url}/v1/webhooks/sms/${notices.kit.organizationId}`
  /** Delivers a report as the vendor does, signed, and returns how it was answered. */
  const arrive = async (event: string, payload: object, times = 1, at?: Date): Promise<(number | null)[]> => {
    const { reports } = notices.carrier
    const before = reports.sent.length
    reports.send(address(), event, { ...payload }, times, at)
    await reports.settled()
    return reports.sent.slice(before).map(({ status }) => status)
  }
  const write = (from: string, text: string, more: object = {}, times = 1) =>
    arrive('message.received', { from: { phone_number: from }, to: ours, text, ...more }, times)

  const nurse = () => notices.kit.as('nurse')
  const listed = async (): Promise<Schemas['HeldPartnerMessage'][]> =>
    (await (await nurse()).get('/v1/held-partner-messages?limit=100')).body.items
  const opened = async (id: string): Promise<Schemas['HeldPartnerMessageDetail']> =>
    (await (await nurse()).get(`/v1/held-partner-messages/${id}`)).body
  let known: ReadonlySet<string> = new Set()
  beforeEach(async () => {
    known = new Set((await listed()).map(({ id }) => id))
  })
  const arrived = async (): Promise<Schemas['HeldPartnerMessage'][]> =>
    (await listed()).filter(({ id }) => !known.has(id))
  const resolve = async (id: string, body: object) =>
    (await nurse()).post(`/v1/held-partner-messages/${id}/resolve`, body)

  /** A patient who received a text at a number of their own. */
  const texted = async (phone = newNumber()) => {
    const patient = await notices.kit.addPatient({ phone })
    await notices.kit.book(patient.id, 4 * 1_440)
    await notices.kit.send()
    await expect.poll(async () => (await ledger(patient.id)).at(-1).status).toBe('delivered')
    return { ...patient, phone }
  }
  /** Our message to this number, as the vendor knows it. */
  const sentTo = (phone: string) => ({ id: smsTo(phone)[0]?.id })

  /** Brings one to the desk for each reason; returns what its text contains. */
  const brought: Readonly<Record<Reason, () => Promise<string>>> = {
    written: async () => {
      const { phone } = await texted()
      expect(await write(phone, 'Can I take it with food?', {}, 2)).toEqual([200, 200])
      return 'Can I take it with food?'
    },
    'unknown-number': async () => {
      await write(newNumber(), 'Who is this?')
      return 'Who is this?'
    },
    'shared-number': async () => {
      const { phone } = await texted()
      await texted(phone)
      await write(phone, 'We will be late.')
      return 'We will be late.'
    },
    'another-number': async () => {
      await write(newNumber(), 'START', { to: [{ phone_number: '+16145550198' }] })
      return '+16145550198'
    },
    'unknown-code': async () => {
      const { phone } = await texted()
      await arrive('message.finalized', { ...sentTo(phone), to: [{ phone_number: phone, status: 'teleported' }] })
      return 'teleported'
    },
    contradictory: async () => {
      const { phone, id } = await texted()
      await arrive('message.finalized', { ...sentTo(phone), to: [{ phone_number: phone, status: 'delivery_failed' }] })
      expect((await ledger(id)).at(-1).status, 'it was delivered').toBe('delivered')
      return 'delivery_failed'
    },
    unreadable: async () => {
      await arrive('message.received', { to: ours, text: 'No sender' })
      return 'No sender'
    },
    undelivered: async () => {
      const { id } = await notices.kit.addPatient({ phone: '+16145570002' })
      await notices.kit.book(id, 4 * 1_440)
      await notices.kit.send()
      await expect.poll(async () => (await ledger(id)).at(-1).status).toBe('failed')
      return '40008'
    },
    'unknown-message': async () => {
      await foreign('failed-elsewhere', 'delivery_failed')
      await aMinutePasses(notices.kit)
      expect(await arrived(), 'the answer of the vendor may still come').toEqual([])
      notices.hours(25)
      for (const job of ['messaging.show-waiting-messages', 'messaging.delete-orphans']) await notices.kit.runJob(job)
      return 'failed-elsewhere'
    },
  }
  /** A report about a text that this server did not send. */
  const foreign = (id: string, status: string) =>
    arrive('message.finalized', { id, to: [{ phone_number: newNumber(), status }] })

  it.each(Object.keys(brought) as Reason[])(
    '%s: it is listed once with its reason, and a person settles it',
    async (reason) => {
      const said = await brought[reason]()
      await aMinutePasses(notices.kit)
      const [held, ...more] = await arrived()
      expect([held?.reason, more]).toEqual([reason, []])
      const id = held?.id ?? ''
      const message = await opened(id)
      expect(message.original).toContain(said)
      if (reason === 'written') expect(message.text).toBe(said)
      const done = await resolve(id, { reason: 'telephoned' })
      expect(done.status, JSON.stringify(done.body)).toBe(200)
      await aMinutePasses(notices.kit)
      expect(await arrived()).toEqual([])
      expect((await resolve(id, { reason: 'telephoned' })).body.code).toBe('already_resolved')
      expect((await (await nurse()).get(`/v1/held-partner-messages/${id}`)).status).toBe(404)
    },
  )

  it('reports about the text of no one that differ are contradictory, and what fits a text of ours never is', async () => {
    await foreign('delivered-and-failed', 'delivered')
    await foreign('delivered-and-failed', 'delivery_failed')
    expect((await arrived()).map(({ reason }) => reason)).toEqual(['contradictory'])
    notices.carrier.failNext({ kind: 'answer-late' })
    const { id } = await texted()
    notices.hours(25)
    await notices.kit.runJob('messaging.show-waiting-messages')
    const about = (await arrived()).filter(({ patientId }) => patientId === id)
    expect(about).toEqual([])
  })

  it('from a number that is only in the record shows whose record has it, and decides nothing', async () => {
    const phone = newNumber()
    const { id } = await notices.kit.addPatient({ phone, email: 'ana@mail.example' })
    await write(phone, 'It is me.')
    const [held] = await arrived()
    expect(held?.reason).toBe('unknown-number')
    expect(held).not.toHaveProperty('patientId')
    expect((await opened(held?.id ?? '')).patients.map((each) => each.id)).toEqual([id])
    expect(await notices.kit.accessRows({ patientId: id, operation: 'getHeldPartnerMessage' })).toHaveLength(1)
  })

  it('the list is read page by page: emergencies first, each once', async () => {
    for (let count = 0; count < 3; count += 1) await write(newNumber(), 'Hello')
    await write(newNumber(), 'Please help me')
    const all = await listed()
    const client = await nurse()
    const read: Schemas['HeldPartnerMessage'][] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = `/v1/held-partner-messages?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`
      const { body } = await client.get(page)
      expect(body.count).toBe(all.length)
      read.push(...body.items)
      cursor = body.nextCursor
    }
    expect(read).toEqual(all)
    expect(read[0]?.urgent).toBe(true)
    expect((await client.get('/v1/held-partner-messages?cursor=nonsense')).body.code).toBe('cursor_invalid')
  })

  it('that no one signed is refused, and is at no desk', async () => {
    const body = {
      data: { event_type: 'message.received', payload: { from: { phone_number: newNumber() }, to: ours } },
    }
    expect((await notices.kit.anonymous().post(new URL(address()).pathname, body)).status).toBe(401)
    expect(await arrived()).toEqual([])
  })

  it('a text of a patient names the patient, and the patient learns once that it is not read for care', async () => {
    const { phone, id } = await texted()
    await write(phone, 'I feel better.')
    await write(phone, 'Thank you.')
    await notices.kit.settle()
    await notices.kit.send()
    expect((await arrived()).map(({ patientId }) => patientId)).toEqual([id, id])
    const replies = smsTo(phone).slice(1)
    expect(replies.map(({ text }) => text)).toEqual([expect.stringContaining('not read for care')])
    expect(replies[0]?.text).toContain('911')
    const rows = await notices.kit.accessRows({ patientId: id, operation: 'listHeldPartnerMessages' })
    expect(rows.length).toBeGreaterThan(0)
  })

  it('nothing is replied to a number that said STOP, nor at night', async () => {
    const stopped = await texted()
    await write(stopped.phone, 'STOP')
    await write(stopped.phone, 'I said something else.')
    await notices.kit.settle()
    await notices.kit.send()
    expect(smsTo(stopped.phone)).toHaveLength(1)
    expect((await ledger(stopped.id))[0]).toMatchObject({ template: 'text-not-read', reason: 'stopped' })

    const night = await texted()
    // 11 p.m. in New York.
    notices.kit.clock.set('2026-11-26T04:00:00Z')
    await write(night.phone, 'Are you there?')
    await notices.kit.settle()
    await notices.kit.send()
    expect(smsTo(night.phone)).toHaveLength(1)
    expect((await ledger(night.id))[0]).toMatchObject({ template: 'text-not-read', reason: 'outdated' })
    expect(await arrived()).toHaveLength(2)
  })

  it('one with a word of an emergency is the first of the list, in three languages', async () => {
    const { phone } = await texted()
    await write(phone, 'See you tomorrow.')
    for (const text of ['I have chest pain', 'No puedo respirar', 'لا أستطيع التنفس']) await write(phone, text)
    const items = await arrived()
    expect(items.map(({ urgent }) => urgent)).toEqual([true, true, true, false])
  })

  it('of a shared number is kept with the patient whom a person names', async () => {
    const one = await texted()
    const other = await texted(one.phone)
    await write(one.phone, 'We will be late.')
    const [held] = await arrived()
    expect(held).not.toHaveProperty('patientId')
    const { patients } = await opened(held?.id ?? '')
    expect(patients.map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted())
    expect((await resolve(held?.id ?? '', { reason: 'telephoned', patientId: other.id })).body).toEqual({
      ...{ id: held?.id, patientId: other.id, resolution: 'telephoned' },
    })
    const rows = await notices.kit.accessRows({ patientId: other.id, operation: 'resolveHeldPartnerMessage' })
    expect(rows).toHaveLength(1)
  })

  it('two persons who decide at once make one decision', async () => {
    await write(newNumber(), 'Hello')
    const [held] = await arrived()
    const answers = await Promise.all(['telephoned', 'not-ours'].map((reason) => resolve(held?.id ?? '', { reason })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('another text under a used id is held, and a STOP under it counts', async () => {
    const { phone, client, id } = await texted()
    const send = async (text: string, at: Date) => {
      const payload = { from: { phone_number: phone }, to: ours, text }
      const event = { event_type: 'message.received', id: 'event-used-twice', occurred_at: at.toISOString(), payload }
      await notices.carrier.reports.deliver(address(), { data: event })
    }
    const now = notices.kit.clock.now()
    await send('See you', now)
    await send('START', now)
    expect((await arrived()).map(({ reason }) => reason)).toEqual(['written', 'contradictory'])
    await send('STOP', now)
    const preferences = await client.get(`/v1/patients/${id}/communication-preferences`)
    expect(preferences.body.stopped).toBe(true)
    expect(await arrived()).toHaveLength(2)
  })
})
