import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newNumber, prepareNotices } from './notices.testing.ts'

/** A word, and when the person wrote it: seconds before now. */
const word = fc.record({
  number: fc.nat({ max: 1 }),
  text: fc.constantFrom('STOP', 'START', 'See you then', 'I have chest pain'),
  secondsAgo: fc.nat({ max: 40 }),
  to: fc.oneof({ weight: 3, arbitrary: fc.constant('ours' as const) }, fc.constant('another' as const)),
  times: fc.constantFrom(1, 2, 3),
})

describe('words that arrive late, twice and in any order', () => {
  const notices = prepareNotices('postgres')

  test('the newest word of a number counts, and of two at one moment STOP', async () => {
    const url = `${notices.kit.url}/v1/webhooks/sms/${notices.kit.organizationId}`
    const held: boolean[] = []
    const last = new Map<string, { at: number; isStopped: boolean }>()
    const check = async (words: readonly Word[]): Promise<void> => {
      const people = []
      for (const phone of [newNumber(), newNumber()])
        people.push({ phone, ...(await notices.kit.addPatient({ phone })) })
      const now = notices.kit.clock.now().getTime()
      for (const { number, text, secondsAgo, to, times } of words) {
        const { phone, id, client } = people[number] as (typeof people)[number]
        const at = now - secondsAgo * 1_000
        const payload = {
          from: { phone_number: phone },
          to: [{ phone_number: to === 'ours' ? '+16145550199' : '+16145550198' }],
          text,
        }
        notices.carrier.reports.send(url, 'message.received', payload, times, new Date(at))
        await notices.carrier.reports.settled()
        const before = last.get(phone)
        const isStopped = text === 'STOP'
        const isWord = isStopped || text === 'START'
        // What is no word to us waits for a person, once.
        if (!isWord || to === 'another') held.push(to === 'ours' && text.includes('pain'))
        const { body: desk } = await (await notices.kit.as('nurse')).get('/v1/held-partner-messages')
        expect(desk.count).toBe(held.length)
        expect(desk.items.slice(0, 100).filter(({ urgent }: { urgent: boolean }) => urgent)).toHaveLength(
          Math.min(100, held.filter(Boolean).length),
        )
        const isNewer = before === undefined || at > before.at || (at === before.at && isStopped)
        if (to === 'ours' && isWord && isNewer) last.set(phone, { at, isStopped })
        const { body } = await client.get(`/v1/patients/${id}/communication-preferences`)
        expect(body.stopped).toBe(last.get(phone)?.isStopped ?? false)
      }
    }
    await fc.assert(fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 10 }), check), {
      examples: [
        // A START that is delivered again after the STOP, and one that is older than it.
        [
          [
            { number: 0, text: 'START', secondsAgo: 30, to: 'ours', times: 1 },
            { number: 0, text: 'STOP', secondsAgo: 20, to: 'ours', times: 1 },
            { number: 0, text: 'START', secondsAgo: 30, to: 'ours', times: 2 },
            { number: 0, text: 'START', secondsAgo: 20, to: 'ours', times: 1 },
            { number: 0, text: 'START', secondsAgo: 10, to: 'another', times: 1 },
          ],
        ],
      ],
      numRuns: 15,
      endOnFailure: true,
    })
  })

  test('a START that is delivered again does not undo the STOP after it', async () => {
    const phone = newNumber()
    const { id, client } = await notices.kit.addPatient({ phone })
    const url = `${notices.kit.url}/v1/webhooks/sms/${notices.kit.organizationId}`
    const now = notices.kit.clock.now().getTime()
    for (const [text, secondsAgo] of [
      ['START', 30],
      ['STOP', 20],
      ['START', 30],
    ] as const) {
      const payload = { from: { phone_number: phone }, to: [{ phone_number: '+16145550199' }], text }
      notices.carrier.reports.send(url, 'message.received', payload, 1, new Date(now - secondsAgo * 1_000))
      await notices.carrier.reports.settled()
    }
    expect((await client.get(`/v1/patients/${id}/communication-preferences`)).body.stopped).toBe(true)
  })

  test('a clock that is ahead does not keep later words from counting', async () => {
    const phone = newNumber()
    const { id, client } = await notices.kit.addPatient({ phone })
    const url = `${notices.kit.url}/v1/webhooks/sms/${notices.kit.organizationId}`
    const say = async (text: string, aheadSeconds: number): Promise<void> => {
      const at = new Date(notices.kit.clock.now().getTime() + aheadSeconds * 1_000)
      const payload = { from: { phone_number: phone }, to: [{ phone_number: '+16145550199' }], text }
      notices.carrier.reports.send(url, 'message.received', payload, 1, at)
      await notices.carrier.reports.settled()
    }
    await say('START', 86_400)
    notices.kit.clock.advance({ seconds: 1 })
    await say('STOP', 0)
    expect((await client.get(`/v1/patients/${id}/communication-preferences`)).body.stopped).toBe(true)
  })
})

type Word = typeof word extends fc.Arbitrary<infer Value> ? Value : never
