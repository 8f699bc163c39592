import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { describe, expect, test } from 'vitest'
import { newAddress, newNumber, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('channels and preferences on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { mailsTo, smsTo, ledger, prefer } = notices

  test('only the preferred channel is used, at the preferred address, in the preferred language', async () => {
    const [email, onRecord, preferred] = [newAddress(), newNumber(), newNumber()]
    const { id, client } = await notices.kit.addPatient({ email, phone: onRecord })
    expect((await prefer(client, id, { channel: 'sms', phone: preferred, language: 'es' })).status).toBe(200)
    await notices.kit.book(id, 2 * 1_440)
    await notices.kit.send()
    expect(smsTo(preferred).map(({ text }) => text)).toEqual([
      expect.stringContaining('Lakeside Health: su cita es el'),
    ])
    expect([mailsTo(email), smsTo(onRecord)]).toEqual([[], []])
    await expect.poll(async () => (await ledger(id)).at(-1).status).toBe('delivered')
  })

  test('a preference that changes while a notice waits applies to it', async () => {
    const [email, phone] = [newAddress(), newNumber()]
    const { id, client } = await notices.kit.addPatient({ email, phone })
    await notices.kit.book(id, 2 * 1_440)
    notices.mail.failNext({ at: 'recipient', code: 451 })
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    await prefer(client, id, { channel: 'sms' })
    notices.kit.clock.advance({ seconds: 30 })
    await notices.kit.send()
    expect([mailsTo(email).length, smsTo(phone).length]).toEqual([0, 1])
  })

  test('a muted notice, and a patient who wants none, is suppressed, and the delivery log says why', async () => {
    const [muted, none, nowhere] = await Promise.all([
      notices.kit.addPatient({ email: newAddress() }),
      notices.kit.addPatient({ email: newAddress() }),
      notices.kit.addPatient(),
    ])
    await prefer(muted.client, muted.id, { muted: ['appointment', 'reminder'] })
    await prefer(none.client, none.id, { channel: 'none' })
    const reasons: unknown[] = []
    for (const { id } of [muted, none, nowhere]) {
      await notices.kit.book(id, 30)
      await notices.kit.send()
      reasons.push((await ledger(id))[0].reason)
    }
    expect(reasons).toEqual(['muted', 'no-channel', 'no-address'])
  })

  test('a number that replied STOP gets no texts until it replies START, even if it is entered again', async () => {
    const phone = newNumber()
    const { id, client } = await notices.kit.addPatient({ phone })
    await notices.kit.book(id, 2 * 1_440)
    await notices.kit.send()
    expect(smsTo(phone)).toHaveLength(1)
    notices.carrier.reply(phone, ' stop ')
    const preferences = async () => (await client.get(`/v1/patients/${id}/communication-preferences`)).body
    await expect.poll(async () => (await preferences()).stopped).toBe(true)
    await notices.kit.settle()
    const recorded = await notices.kit.accessRows({
      patientId: id,
      operation: 'messaging.record-access-on-number-stopped',
    })
    expect(recorded).toMatchObject([{ action: 'execute', because: 'stop-received' }])

    await notices.kit.book(id, 3 * 1_440)
    await notices.kit.send()
    expect(smsTo(phone)).toHaveLength(1)
    expect((await ledger(id)).map(({ reason }: { reason?: string }) => reason)).toContain('stopped')

    const desk = await notices.kit.addMember('front-desk')
    expect((await prefer(desk, id, { channel: 'sms' })).body).toMatchObject({ stopped: true, version: 1 })
    const other = await notices.kit.addPatient()
    expect((await prefer(other.client, other.id, { channel: 'sms', phone })).body.stopped).toBe(true)
    expect((await prefer(client, id, { channel: 'sms', muted: ['result'], version: 1 })).body.stopped).toBe(true)

    notices.kit.clock.advance({ minutes: 5 })
    notices.carrier.reply(phone, 'Start')
    await expect.poll(async () => (await preferences()).stopped).toBe(false)
    await notices.kit.book(id, 4 * 1_440)
    await notices.kit.send()
    expect(smsTo(phone)).toHaveLength(2)
  })

  test('a report without a valid signature is refused and changes nothing', async () => {
    const path = `/v1/webhooks/sms/${notices.kit.organizationId}`
    const forged = await notices.kit.anonymous().post(
      path,
      { data: { event_type: 'message.received', payload: { from: { phone_number: '+16145550000' }, text: 'STOP' } } },
      {
        headers: {
          'telnyx-timestamp': String(notices.kit.clock.now().getTime() / 1_000),
          'telnyx-signature-ed25519': 'AAAA',
        },
      },
    )
    expect(forged).toMatchObject({ status: 401, body: { code: 'signature_invalid' } })
    expect((await notices.kit.anonymous().post(path, {})).status).toBe(401)
  })

  test('an unknown mailbox and an invalid number fail permanently; a greylisted message is delivered later, once', async () => {
    const [bounce, gray] = [newAddress('bounce'), newAddress('greylist')]
    const one = await notices.kit.addPatient({ email: bounce })
    const two = await notices.kit.addPatient({ email: gray })
    const three = await notices.kit.addPatient({ phone: '+16145550001' })
    for (const { id } of [one, two, three]) await notices.kit.book(id, 30)
    await notices.kit.send()
    notices.kit.clock.advance({ seconds: 30 })
    await notices.kit.send()
    const [first] = await ledger(one.id)
    expect(first).toMatchObject({ status: 'failed', reason: 'partner', partnerCode: 'smtp-550' })
    expect((await ledger(two.id))[0]).toMatchObject({ status: 'sent' })
    expect((await ledger(three.id))[0]).toMatchObject({ status: 'failed', reason: 'partner', partnerCode: 'sms-40310' })
    expect(mailsTo(gray)).toHaveLength(1)
  })

  test('a lost response causes no second message', async () => {
    const [email, phone] = [newAddress(), newNumber()]
    const [one, two] = [await notices.kit.addPatient({ email }), await notices.kit.addPatient({ phone })]
    notices.mail.failNext({ at: 'answer-lost' })
    notices.carrier.failNext({ kind: 'answer-lost' })
    await notices.kit.book(one.id, 30)
    await notices.kit.book(two.id, 30)
    await notices.kit.send()
    expect((await ledger(one.id))[0].status).toBe('queued')
    notices.kit.clock.advance({ seconds: 30 })
    await notices.kit.send()
    expect([mailsTo(email).length, smsTo(phone).length]).toEqual([1, 1])
    expect((await ledger(one.id))[0].status).toBe('sent')
  })

  test('reports that arrive twice, late or early update the delivery log once, and never move it back', async () => {
    const [failing, twice] = ['+16145550002', '+16145550004']
    const one = await notices.kit.addPatient({ phone: failing })
    const two = await notices.kit.addPatient({ phone: twice })
    for (const { id } of [one, two]) await notices.kit.book(id, 30)
    await notices.kit.send()
    await expect
      .poll(async () => (await ledger(one.id))[0])
      .toMatchObject({ status: 'failed', reason: 'partner', partnerCode: 'sms-40008' })
    await expect.poll(async () => (await ledger(two.id))[0].status).toBe('delivered')

    const three = await notices.kit.addPatient({ phone: newNumber() })
    notices.carrier.failNext({ kind: 'answer-late' })
    await notices.kit.book(three.id, 30)
    await notices.kit.send()
    expect((await ledger(three.id))[0]).toMatchObject({ status: 'delivered' })
  })

  test('nothing is sent without an agreement', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email })
    notices.permit(false)
    await notices.kit.book(id, 30)
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    expect((await ledger(id))[0].status).toBe('queued')
  })

  test('preferences are refused without an address, with an old version, and from other people', async () => {
    const { id, client } = await notices.kit.addPatient({ email: newAddress(), phone: '555-0142' })
    const initial = (await client.get(`/v1/patients/${id}/communication-preferences`)).body
    expect(initial).toEqual({
      patientId: id,
      channel: 'email',
      language: 'en',
      quietHours: { from: '21:00', to: '08:00' },
      muted: [],
      tellFirstAccess: false,
      stopped: false,
      needsConsent: false,
      version: 0,
    })
    expect(await prefer(client, id, { channel: 'sms' })).toMatchObject({
      status: 422,
      body: { code: 'address_missing', errors: [{ pointer: '/phone' }] },
    })
    expect((await prefer(client, id, {})).body.version).toBe(1)
    expect(await prefer(client, id, {})).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
    const stranger = await notices.kit.addPatient()
    expect((await prefer(stranger.client, id, {})).status).toBe(404)
    expect((await stranger.client.get(`/v1/patients/${id}/deliveries`)).status).toBe(404)
  })
})
