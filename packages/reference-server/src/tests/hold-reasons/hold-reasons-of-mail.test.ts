import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { Mail } from '../../../../sandbox/src/mail/mail.ts'
import { writeComplaint, writeDeliveryStatus, writeReply } from '../../../../sandbox/src/mail/write-returned-mail.ts'
import { createOrganization } from '../../domains/directory/index.ts'
import { newAddress, newNumber, prepareNotices } from '../../domains/messaging/tests/notices.testing.ts'
import { newId } from '../../platform/database/ids/new-id.ts'
import type { AnyKysely } from '../../platform/contracts/database.ts'
import { lakeside } from '../../test-kit/create-clinic.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'

type Schemas = components['schemas']
type Reason = Extract<
  Schemas['PartnerHoldReason'],
  'undelivered' | 'complaint' | 'unknown-message' | 'unknown-sender' | 'written' | 'unreadable'
>

/** Mail that comes back is at its desk within a minute, and a notice that did not arrive says so. */
describe('mail that comes back', () => {
  const notices = prepareNotices('postgres')
  beforeAll(() => runEveryJobOnce(notices.kit))
  const { mailsTo, smsTo, ledger } = notices
  const returned = () => notices.mail.returned

  const nurse = () => notices.kit.as('nurse')
  const listed = async (): Promise<Schemas['HeldPartnerMessage'][]> =>
    (await (await nurse()).get('/v1/held-partner-messages?limit=100')).body.items
  const opened = async (id = ''): Promise<Schemas['HeldPartnerMessageDetail']> =>
    (await (await nurse()).get(`/v1/held-partner-messages/${id}`)).body
  const resolve = async (id = '', reason = 'address-corrected') =>
    (await nurse()).post(`/v1/held-partner-messages/${id}/resolve`, { reason })
  let known: ReadonlySet<string> = new Set()
  beforeEach(async () => {
    known = new Set((await listed()).map(({ id }) => id))
  })
  const arrived = async () => (await listed()).filter(({ id }) => !known.has(id))

  const notify = async (patientId: string, inDays = 4): Promise<void> => {
    await notices.kit.book(patientId, inDays * 1_440)
    await notices.kit.send()
    await returned().settled()
  }
  /** A patient who received a notice by mail, and the mail. */
  const mailed = async (email = newAddress()) => {
    const patient = await notices.kit.addPatient({ email })
    await notify(patient.id)
    const mail = mailsTo(email).at(-1)
    return { ...patient, email, mail: mail as Mail }
  }
  const bounce = (mail: Mail, options?: Parameters<typeof writeDeliveryStatus>[1], id?: string) =>
    returned().post(writeDeliveryStatus(mail, options), id)
  const unknownMail = (id = newId()): Mail => ({
    ...{ id: '', to: 'ana@mail.example', subject: '', text: '', headers: {}, from: { name: '', address: '' } },
    raw: `Message-ID: <${id}.${notices.kit.organizationId}@lakeside.example>\r\n\r\nHello`,
  })

  const brought: Readonly<Record<Reason, () => Promise<string>>> = {
    undelivered: async () => {
      await mailed(newAddress('late-bounce'))
      return 'Final-Recipient'
    },
    complaint: async () => {
      expect(await returned().post(writeComplaint((await mailed()).mail))).toBe(200)
      return 'Feedback-Type: abuse'
    },
    'unknown-message': async () => {
      await bounce(unknownMail())
      return 'Final-Recipient'
    },
    'unknown-sender': async () => {
      await returned().post(writeReply(null, { from: 'someone@mail.example', text: 'Who are you?' }))
      return 'someone@mail.example'
    },
    written: async () => {
      await returned().post(writeReply((await mailed()).mail, { text: 'Can I come later?' }))
      return 'In-Reply-To'
    },
    unreadable: async () => {
      await bounce((await mailed()).mail, { status: 'bad' })
      return 'Status: bad'
    },
  }

  it.each(Object.keys(brought) as Reason[])(
    '%s: it is listed once with its reason, and a person settles it',
    async (reason) => {
      const said = await brought[reason]()
      await aMinutePasses(notices.kit)
      const [held, ...more] = await arrived()
      expect([held?.reason, more]).toEqual([reason, []])
      expect((await opened(held?.id)).original).toContain(said)
      const done = await resolve(held?.id)
      expect(done.status, JSON.stringify(done.body)).toBe(200)
      expect(await arrived()).toEqual([])
      expect((await resolve(held?.id)).body.code).toBe('already_resolved')
    },
  )

  it('a notice that bounced is shown as failed, and the desk says where the patient is written to now', async () => {
    const { id } = await mailed(newAddress('late-bounce'))
    expect((await ledger(id)).at(-1)).toMatchObject({ status: 'failed', reason: 'partner', partnerCode: 'mail-5.1.1' })
    const [held] = await arrived()
    const message = await opened(held?.id)
    expect(message).toMatchObject({
      ...{ kind: 'mail-report', patientId: id, patients: [{ id }] },
      notice: { channel: 'email', audience: 'patient', partnerCode: 'mail-5.1.1' },
    })
    expect(message.to).toContain('late-bounce@')
    const rows = await notices.kit.accessRows({ patientId: id, operation: 'getHeldPartnerMessage' })
    expect(rows.length).toBeGreaterThan(0)
  })

  it('so is one that the mail system or the carrier refused at once', async () => {
    const one = await mailed(newAddress('bounce'))
    const other = await notices.kit.addPatient({ phone: '+16145560001' })
    await notify(other.id)
    const failed = await arrived()
    expect(failed.map(({ kind, reason, patientId }) => [kind, reason, patientId])).toEqual([
      ['mail-report', 'undelivered', one.id],
      ['text-report', 'undelivered', other.id],
    ])
    expect((await opened(failed[0]?.id)).notice?.partnerCode).toBe('smtp-550')
    expect((await opened(failed[1]?.id)).to).toBe('+16145560001')
  })

  it('one question for each patient and channel waits at a time', async () => {
    const { id } = await mailed(newAddress('late-bounce'))
    await notify(id, 5)
    const [held, ...more] = await arrived()
    expect(more).toEqual([])
    expect((await ledger(id)).filter(({ status }) => status === 'failed')).toHaveLength(2)
    await resolve(held?.id)
    await notify(id, 6)
    expect(await arrived()).toHaveLength(1)
  })

  it('is matched by our own id, and never by an address that it names', async () => {
    const [one, other] = [await mailed(), await mailed()]
    await bounce(one.mail, { recipient: other.email })
    expect((await ledger(one.id)).at(-1).status).toBe('failed')
    expect((await ledger(other.id)).at(-1).status).toBe('sent')
  })

  it('the same twice is one entry, and another one under its id is contradictory', async () => {
    const { mail, id } = await mailed()
    for (let time = 0; time < 2; time += 1) expect(await bounce(mail, {}, 'mail-once')).toBe(200)
    expect(await arrived()).toHaveLength(1)
    await bounce(mail, { status: '5.2.2' }, 'mail-once')
    expect((await arrived()).map(({ reason, patientId }) => [reason, patientId])).toEqual([
      ['undelivered', id],
      ['contradictory', id],
    ])
  })

  it('after a delivery a failure is contradictory, and the notice stays delivered', async () => {
    const { mail, id } = await mailed()
    await bounce(mail, { action: 'delivered', status: '2.0.0' })
    await bounce(mail)
    expect((await ledger(id)).at(-1).status).toBe('delivered')
    expect((await arrived()).map(({ reason }) => reason)).toEqual(['contradictory'])
  })

  it('about a notice of another organization here is with that one, and not here', async () => {
    const otherId = newId()
    await notices.kit.keep('directory', (context) => createOrganization(context, lakeside), otherId)
    const count = ({ tx }: { tx: AnyKysely }) =>
      sql<{ reason: string }>`select reason from messaging.partner_messages`.execute(tx)
    const mail = { ...unknownMail(), raw: `Message-ID: <${newId()}.${otherId}@lakeside.example>\r\n\r\nHello` }
    expect(await bounce(mail)).toBe(200)
    expect(await arrived()).toEqual([])
    expect((await notices.kit.keep('messaging', count, otherId)).rows).toEqual([{ reason: 'unknown-message' }])
  })

  it('of what is unknown twenty are at the desk; the others are stored, and follow', async () => {
    for (let count = 0; count < 25; count += 1) await bounce(unknownMail())
    const first = (await arrived()).filter(({ reason }) => reason === 'unknown-message')
    expect(first).toHaveLength(20)
    for (const { id } of first) await resolve(id, 'not-ours')
    await notices.kit.runJob('messaging.show-waiting-messages')
    expect(await arrived()).toHaveLength(5)
    for (const { id } of await arrived()) await resolve(id, 'not-ours')
  })

  it('a patient who replies learns once a day that it is not read for care, where the patient wants notices', async () => {
    const { mail, id, email } = await mailed()
    for (const text of ['Can I come later?', 'Are you there?'])
      await returned().post(writeReply(mail, { text, from: 'forwarded@elsewhere.example' }))
    await notices.kit.settle()
    await notices.kit.send()
    const [reply, ...more] = mailsTo(email).slice(1)
    expect([reply?.subject, more]).toEqual(['Your reply was not read', []])
    expect(reply?.text).toContain('911')
    expect(reply?.text).not.toContain('Can I come later?')
    expect(mailsTo('forwarded@elsewhere.example')).toEqual([])
    expect((await ledger(id))[0]).toMatchObject({ template: 'mail-not-read', status: 'sent' })
    // What answers the answer is one more reply of this day.
    await returned().post(writeReply(reply as Mail, { text: 'I am away.' }))
    await notices.kit.settle()
    await notices.kit.send()
    expect(mailsTo(email)).toHaveLength(2)
    await returned().post(writeReply(null, { from: 'someone@mail.example', text: 'Who are you?' }))
    await notices.kit.settle()
    await notices.kit.send()
    expect(mailsTo('someone@mail.example')).toEqual([])
  })

  it('an automatic reply is stored with its notice, and is at no desk', async () => {
    const { mail, id } = await mailed()
    await returned().post(writeReply(mail, { text: 'I am away.', isAutomatic: true }))
    expect(await arrived()).toEqual([])
    expect(await storedOf(id)).toEqual([{ state: 'applied', effect: 'progress', reader: 'returned-mail-1' }])
  })

  it('unsigned is refused, and is at no desk', async () => {
    const { url, organizationId } = notices.kit
    const headers = { 'content-type': 'message/rfc822' }
    const body = writeDeliveryStatus(unknownMail())
    const answer = await fetch(`${url}/v1/webhooks/mail/${organizationId}`, { method: 'POST', headers, body })
    expect(answer.status).toBe(401)
    expect(await arrived()).toEqual([])
  })

  const storedOf = async (patientId: string) => {
    const read = ({ tx }: { tx: AnyKysely }) =>
      sql<{ state: string }>`select state, effect, reader from messaging.partner_messages
        where patient_id = ${patientId} order by id`.execute(tx)
    return (await notices.kit.keep('messaging', read)).rows
  }

  it('each report of the carrier is stored, with what was made of it', async () => {
    const phone = newNumber()
    const { id } = await notices.kit.addPatient({ phone })
    await notify(id)
    await expect.poll(async () => (await ledger(id)).at(-1).status).toBe('delivered')
    const url = `${notices.kit.url}/v1/webhooks/sms/${notices.kit.organizationId}`
    const [sent] = smsTo(phone)
    notices.carrier.reports.send(url, 'message.sent', { id: sent?.id, to: [{ phone_number: phone, status: 'sent' }] })
    await notices.carrier.reports.settled()
    const reader = 'telnyx-messages-2'
    expect(await storedOf(id)).toEqual([
      { state: 'applied', effect: 'delivered', reader },
      { state: 'applied', effect: 'progress', reader },
    ])
  })
})
