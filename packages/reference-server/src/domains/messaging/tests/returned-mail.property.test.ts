import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { Mail } from '../../../../../sandbox/src/mail/mail.ts'
import { writeComplaint, writeDeliveryStatus, writeReply } from '../../../../../sandbox/src/mail/write-returned-mail.ts'
import { newAddress, prepareNotices } from './notices.testing.ts'

type Reason = components['schemas']['PartnerHoldReason']

const says = ['failed', 'delivered', 'delayed', 'nonsense', 'complaint', 'written', 'automatic'] as const
const step = fc.record({
  which: fc.nat({ max: 1 }),
  says: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('failed' as const, 'delivered' as const) },
    fc.constantFrom(...says),
  ),
  wrong: fc.oneof(
    { weight: 3, arbitrary: fc.constant('nothing' as const) },
    fc.constantFrom('another recipient', 'a notice of no one', 'a used id', 'unsigned'),
  ),
  times: fc.constantFrom(1, 2),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
const example = (more: Partial<Step>): Step => ({ which: 0, says: 'failed', wrong: 'nothing', times: 1, ...more })

const rawOf = (mail: Mail, kind: Step['says'], recipient?: string): string => {
  const options = recipient === undefined ? {} : { recipient }
  switch (kind) {
    case 'failed':
      return writeDeliveryStatus(mail, options)
    case 'delivered':
      return writeDeliveryStatus(mail, { ...options, action: 'delivered', status: '2.0.0' })
    case 'delayed':
      return writeDeliveryStatus(mail, { ...options, action: 'delayed', status: '4.4.7' })
    case 'nonsense':
      return writeDeliveryStatus(mail, { ...options, status: 'bad' })
    case 'complaint':
      return writeComplaint(mail)
    case 'written':
      return writeReply(mail, { text: `Can I come at ${randomUUID()}?`, ...(recipient && { from: recipient }) })
    case 'automatic':
      return writeReply(mail, { text: 'I am away.', isAutomatic: true })
  }
}

describe('mail that comes back late, twice, in any order and about others', () => {
  const notices = prepareNotices('postgres')

  test('ends each notice as the surest report of it says, and the rest waits once, with its reason', async () => {
    const nurse = () => notices.kit.as('nurse')
    const atDesk = async (): Promise<components['schemas']['HeldPartnerMessage'][]> =>
      (await (await nurse()).get('/v1/held-partner-messages?limit=100')).body.items
    const seen = new Set<Reason>()

    const check = async (steps: readonly Step[]): Promise<void> => {
      const people = []
      for (let count = 0; count < 2; count += 1) {
        const email = newAddress()
        const patient = await notices.kit.addPatient({ email })
        await notices.kit.book(patient.id, 4 * 1_440)
        people.push({ ...patient, email })
      }
      await notices.kit.send()
      const mails = people.map(({ email }) => notices.mailsTo(email).at(-1) as Mail)
      /** What is expected. */
      const status = people.map(() => 'sent')
      const held: [string | undefined, Reason][] = []
      let used: string | null = null
      /** What came before under an id is a repeat. */
      const repeats = new Set<string>()

      for (const { which, says: kind, wrong, times } of steps) {
        const own = mails[which] as Mail
        const patientId = people[which]?.id ?? ''
        const mail = wrong === 'a notice of no one' ? strange(own) : own
        const raw = rawOf(mail, kind, wrong === 'another recipient' ? people[1 - which]?.email : undefined)
        const again: string | null = wrong === 'a used id' ? used : null
        const id: string = again ?? `mail-${randomUUID()}`
        for (let time = 0; time < times; time += 1)
          if (wrong === 'unsigned') expect(await unsigned(raw)).toBe(401)
          else expect(await notices.mail.returned.post(raw, id)).toBe(200)
        if (wrong === 'unsigned') continue
        used ??= id
        if (repeats.has(id + raw)) continue
        repeats.add(id + raw)
        if (again !== null) held.push([patientId, 'contradictory'])
        else if (wrong === 'a notice of no one') held.push(...ofNoNotice(kind))
        else if (kind === 'nonsense') held.push([patientId, 'unreadable'])
        else if (kind === 'complaint') held.push([patientId, 'complaint'])
        else if (kind === 'written') held.push([patientId, 'written'])
        else if (kind === 'failed' && status[which] === 'delivered') held.push([patientId, 'contradictory'])
        else if (kind === 'failed' && status[which] === 'sent') {
          status[which] = 'failed'
          held.push([patientId, 'undelivered'])
        } else if (kind === 'delivered') status[which] = 'delivered'

        for (const [index, { id: ofPatient }] of people.entries())
          expect((await notices.ledger(ofPatient)).at(-1).status).toBe(status[index])
        const listed = (await atDesk()).map((each): [string | undefined, Reason] => [each.patientId, each.reason])
        expect(listed.map(String).toSorted()).toEqual(held.map(String).toSorted())
      }
      for (const { id, reason } of await atDesk()) {
        seen.add(reason)
        const path = `/v1/held-partner-messages/${id}/resolve`
        expect((await (await nurse()).post(path, { reason: 'checked-at-vendor' })).status).toBe(200)
      }
    }
    const strange = (mail: Mail): Mail => ({
      ...mail,
      id: '<nothing@lakeside.example>',
      raw: `Message-ID: <${randomUUID()}.${notices.kit.organizationId}@lakeside.example>\r\n\r\nHello`,
    })
    const ofNoNotice = (kind: Step['says']): [undefined, Reason][] => {
      if (kind === 'delayed' || kind === 'automatic') return []
      if (kind === 'nonsense') return [[undefined, 'unreadable']]
      return [[undefined, kind === 'written' ? 'unknown-sender' : 'unknown-message']]
    }
    const unsigned = async (body: string): Promise<number> => {
      const { url, organizationId } = notices.kit
      const headers = { 'content-type': 'message/rfc822' }
      return (await fetch(`${url}/v1/webhooks/mail/${organizationId}`, { method: 'POST', headers, body })).status
    }

    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), check), {
      examples: [
        [[example({ says: 'delivered' }), example({ times: 2 }), example({ which: 1 }), example({ which: 1 })]],
        [
          [
            example({}),
            example({ says: 'delivered', which: 1, wrong: 'a used id' }),
            example({ wrong: 'another recipient', which: 1 }),
          ],
        ],
        [says.map((kind) => example({ says: kind, wrong: 'a notice of no one' }))],
        [[...says.slice(2), 'failed' as const].map((kind) => example({ says: kind, times: 2 }))],
      ],
      numRuns: 15,
      endOnFailure: true,
    })
    expect([...seen].toSorted()).toEqual(
      [
        'complaint',
        'contradictory',
        'undelivered',
        'unknown-message',
        'unknown-sender',
        'unreadable',
        'written',
      ].toSorted(),
    )
  })
})
