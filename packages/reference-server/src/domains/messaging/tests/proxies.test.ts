import { describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { newAddress, newNumber, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('notices about a child on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { mailsTo, smsTo, ledger } = notices
  const missed = async (patientId: string) => {
    await notices.kit.emitAndSettle(
      sampleEvent('follow_up.outreach-requested', { patientId, kind: 'no-show', audience: 'proxies' }),
    )
    await notices.kit.send()
    return (await ledger(patientId))[0]
  }

  test('go to a proxy who can be reached, and never to the child', async () => {
    const [own, parents, phone] = [newAddress(), newAddress(), newNumber()]
    const one = await notices.kit.addPatient({ email: own, birthDate: '2020-03-01' })
    await notices.kit.addProxy(one.id, ['record'], { email: newAddress() })
    await notices.kit.addProxy(one.id, ['schedule', 'visit'])
    await notices.kit.addProxy(one.id, ['schedule'], { email: parents })
    expect(await missed(one.id)).toMatchObject({ audience: 'proxies', template: 'visit-missed', status: 'sent' })
    expect([mailsTo(own).length, mailsTo(parents).length]).toEqual([0, 1])
    const two = await notices.kit.addPatient({ email: own, birthDate: '2020-03-01', language: 'es' })
    await notices.kit.addProxy(two.id, ['visit'], { phone })
    expect(await missed(two.id)).toMatchObject({ audience: 'proxies', channel: 'sms' })
    expect(smsTo(phone)).toMatchObject([{ text: expect.stringContaining('su cita no se realizó') }])
    expect(mailsTo(own)).toEqual([])
  })

  test('are suppressed if no proxy can be reached, or if the right has ended', async () => {
    const [own, former] = [newAddress(), newAddress()]
    const { id } = await notices.kit.addPatient({ email: own, birthDate: '2020-03-01' })
    await notices.kit.addProxy(id, ['schedule'], { email: former, from: '2026-01-01', to: '2026-11-24' })
    expect(await missed(id)).toMatchObject({ status: 'suppressed', reason: 'no-proxy-address' })
    expect([mailsTo(own), mailsTo(former)]).toEqual([[], []])
  })

  test('are not sent if the right ends while they wait', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ birthDate: '2020-03-01' })
    await notices.kit.addProxy(id, ['schedule'], { email, to: '2026-11-25' })
    notices.mail.failNext({ at: 'recipient', code: 451 })
    expect(await missed(id)).toMatchObject({ status: 'queued' })
    // The next morning.
    notices.hours(24)
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    expect((await ledger(id))[0]).toMatchObject({ status: 'suppressed', reason: 'no-proxy-address' })
  })
})
