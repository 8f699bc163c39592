import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { describe, expect, test } from 'vitest'
import { newAddress, newNumber, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('the consent to messages on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { mailsTo, smsTo, ledger, prefer } = notices
  const reasons = async (patientId: string) =>
    (await ledger(patientId)).map(({ reason }: { reason?: string }) => reason)

  test('a patient who declines receives nothing on any channel', async () => {
    const [email, phone] = [newAddress(), newNumber()]
    const { id, client } = await notices.kit.addPatient({ email, phone })
    await notices.kit.consentToMessages(client, id, 'declined')
    await notices.kit.book(id, 30)
    await notices.kit.send()
    await prefer(client, id, { channel: 'sms' })
    await notices.kit.book(id, 40)
    await notices.kit.send()
    expect([mailsTo(email), smsTo(phone)]).toEqual([[], []])
    expect(await reasons(id)).toEqual(['no-consent', 'no-consent'])
  })

  test('a patient who agrees is notified until they withdraw, and again after they agree again', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    const consentId = await notices.kit.consentToMessages(client, id, 'granted')
    await notices.kit.book(id, 30)
    await notices.kit.send()
    expect(mailsTo(email)).toHaveLength(1)
    expect((await client.post(`/v1/consents/${consentId}/revoke`)).status).toBe(200)
    await notices.kit.book(id, 40)
    await notices.kit.send()
    expect(mailsTo(email)).toHaveLength(1)
    expect(await reasons(id)).toContain('no-consent')
    await notices.kit.consentToMessages(client, id, 'granted')
    await notices.kit.book(id, 50)
    await notices.kit.send()
    expect(mailsTo(email)).toHaveLength(2)
  })

  test('a refusal while a notice waits suppresses it', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    await notices.kit.book(id, 30)
    notices.mail.failNext({ at: 'recipient', code: 451 })
    await notices.kit.send()
    await notices.kit.consentToMessages(client, id, 'declined')
    notices.kit.clock.advance({ seconds: 30 })
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    expect((await ledger(id))[0]).toMatchObject({ status: 'suppressed', reason: 'no-consent' })
  })
})
