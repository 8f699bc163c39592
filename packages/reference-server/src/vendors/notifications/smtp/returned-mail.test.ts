import { describe, expect, test } from 'vitest'
import type { Mail } from '../../../../../sandbox/src/mail/mail.ts'
import {
  writeComplaint,
  writeDeliveryStatus,
  writeReply,
  type DeliveryStatusOptions,
} from '../../../../../sandbox/src/mail/write-returned-mail.ts'
import { newWebhookSecret, signWebhook } from '../webhooks/sign-webhook.ts'
import { createMailReports } from './mail-reports.ts'
import { readReturnedMail } from './read-returned-mail.ts'

const about = 'notice-1.clinic-1'
const sent = (id = `<${about}@lakeside.example>`): Mail => ({
  id,
  from: { name: 'Lakeside', address: 'no-reply@lakeside.example' },
  to: 'ana@mail.example',
  subject: 'Hello',
  text: 'Hello',
  headers: {},
  raw: `From: no-reply@lakeside.example\r\nMessage-ID: ${id}\r\nTo: ana@mail.example\r\n\r\nHello\r\n`,
})
const read = (raw: string) => readReturnedMail(Buffer.from(raw), 'lakeside.example')
const status = (options?: DeliveryStatusOptions, mail = sent()) => read(writeDeliveryStatus(mail, options))
const recipient = (lines: string): string => `Final-Recipient: rfc822; other@mail.example\r\n${lines}\r\n`

describe('a delivery status', () => {
  test.each([
    [{}, 'failed', 'mail-5.1.1'],
    [{ action: 'FAILED', status: '4.4.7 (delivery time expired)' }, 'failed', 'mail-4.4.7'],
    [{ action: 'delivered', status: '2.0.0' }, 'delivered', 'mail-2.0.0'],
    [{ action: 'relayed', status: '2.1.9' }, 'progress', 'mail-2.1.9'],
    [{ action: 'delayed', status: '4.2.2' }, 'progress', 'mail-4.2.2'],
    [{ more: [recipient('Action: failed\r\nStatus: 5.2.2')] }, 'failed', 'mail-5.1.1'],
  ])('%j', async (options, kind, code) => {
    expect(await status(options)).toEqual({ kind, code, about })
  })

  test.each([
    ['what failed with a code of success', { status: '2.0.0' }, 'contradictory'],
    ['what was delivered with a code of failure', { action: 'delivered' }, 'contradictory'],
    ['recipients that disagree', { more: [recipient('Action: delivered\r\nStatus: 2.0.0')] }, 'contradictory'],
    ['an action twice', { status: '5.1.1\r\nAction: delivered' }, 'contradictory'],
    ['an action that is not known', { action: 'teleported' }, 'unknown-code'],
    ['no code', { status: 'bad' }, 'unreadable'],
    ['a recipient without an action', { more: [recipient('Status: 5.1.1')] }, 'unreadable'],
  ])('with %s is for a person', async (_, options, reason) => {
    expect(await status(options)).toEqual({ kind: 'held', reason, about })
  })

  test('names our message by the id of its envelope, and may leave out its header', async () => {
    const envelopeId = about.replace('.', '+2E')
    expect(await status({ envelopeId, returnsHeader: false })).toMatchObject({ kind: 'failed', about })
    expect(await status({ envelopeId })).toMatchObject({ kind: 'failed', about })
    expect(await status({ envelopeId: 'another' })).toEqual({ kind: 'held', reason: 'contradictory', about: null })
    expect(await status({ returnsHeader: false })).toMatchObject({ kind: 'failed', about: null })
  })

  test('about a message of another domain is about none of ours, whatever address it names', async () => {
    expect(await status({ recipient: 'ana@mail.example' }, sent('<x@elsewhere.example>'))).toMatchObject({
      about: null,
    })
  })

  test('that was cut anywhere is never read as another one', async () => {
    const whole = writeDeliveryStatus(sent())
    for (let end = 0; end < whole.length; end += 7) {
      const report = await read(whole.slice(0, end))
      if (report.kind === 'failed')
        expect(['mail-5.1.1', about, null]).toEqual(expect.arrayContaining([report.code, report.about]))
      else expect(['held', 'progress', 'written'], `cut at ${end}`).toContain(report.kind)
    }
  })
})

test('a complaint, a reply of a person and one of a machine are not the same', async () => {
  expect(await read(writeComplaint(sent()))).toEqual({ kind: 'complaint', about })
  expect(await read(writeReply(sent(), { text: '¿Puedo ir mañana?' }))).toEqual({
    ...{ kind: 'written', about, from: 'ana@mail.example', text: '¿Puedo ir mañana?', files: 0 },
  })
  expect(await read(writeReply(sent(), { text: 'I am away.', isAutomatic: true }))).toMatchObject({
    kind: 'progress',
    about,
  })
  expect(await read(writeReply(null, { from: 'x@mail.example', text: 'Hello' }))).toMatchObject({ about: null })
})

test.each(['', 'nonsense', '\u0000\u0001', 'Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\n'])(
  '%j is unreadable',
  async (raw) => {
    expect(await read(raw)).toEqual({ kind: 'held', reason: 'unreadable', about: null })
  },
)

describe('what comes back', () => {
  const now = new Date('2026-11-25T15:00:00Z')
  const [secret, next] = [newWebhookSecret(), newWebhookSecret()]
  const reports = createMailReports([next, secret], 'lakeside.example')
  const body = writeDeliveryStatus(sent())
  const signed = (at = now, by = secret) => ({
    rawBody: Buffer.from(body),
    headers: signWebhook(by, { id: 'mail-1', at, body }),
    now,
  })

  test('counts with the signature of either secret, and says who it is each time', async () => {
    const [one, other] = [await reports.read(signed()), await reports.read(signed(now, next))]
    expect(one).toMatchObject({ id: 'mail-1', report: { kind: 'failed', about } })
    expect(other.fingerprint).toBe(one.fingerprint)
  })

  test('unsigned, changed, forged or old is refused', async () => {
    const good = signed()
    const changed = Buffer.from(body.replace('failed', 'Failed'))
    const refused = [
      { ...good, headers: {} },
      { ...good, rawBody: changed },
      signed(now, newWebhookSecret()),
      signed(new Date(now.getTime() - 301_000)),
      { ...good, headers: { ...good.headers, 'webhook-timestamp': 'soon' } },
      { ...good, headers: { ...good.headers, 'webhook-signature': 'v1,AAAA v2,AAAA' } },
    ]
    for (const request of refused)
      await expect(reports.read(request)).rejects.toMatchObject({ status: 401, code: 'signature_invalid' })
  })
})
