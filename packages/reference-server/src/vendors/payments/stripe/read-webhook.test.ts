import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createReplayGuard } from '../../video/replay-guard.ts'
import { readWebhook } from './read-webhook.ts'

const secret = 'whsec_sample'
const now = new Date('2026-11-25T12:00:00Z')
const stamp = now.getTime() / 1000
/** As the processor signs it, to an endpoint that has seen nothing before. */
const read = (body: string) => {
  const rawBody = Buffer.from(body)
  const signature = createHmac('sha256', secret).update(`${stamp}.`).update(rawBody).digest('hex')
  const headers = { 'stripe-signature': `t=${stamp},v1=${signature}` }
  return readWebhook({ rawBody, headers, now }, secret, createReplayGuard())
}
const event = { id: 'evt_1', type: 'refund.updated', created: stamp, data: {} }
const withoutPart = (part: keyof typeof event): string => JSON.stringify({ ...event, [part]: undefined })

describe('a signed event', () => {
  it.each([
    ['without an id', withoutPart('id')],
    ['with an empty id', JSON.stringify({ ...event, id: '' })],
    ['without a type', withoutPart('type')],
    ['with an empty type', JSON.stringify({ ...event, type: '' })],
    ['without a time', withoutPart('created')],
    ['with a time that no clock has', JSON.stringify({ ...event, created: 1e15 })],
    ['that is a list', '[]'],
    ['that is null', 'null'],
    ['that is no JSON', '{'],
    ['that is empty', ''],
  ])('%s: a person reads it, and the same again is a repeat', (_, body) => {
    const [first, again, other] = [body, body, `${body} `].map(read)
    expect(first).toEqual({ kind: 'report_unreadable', id: expect.stringMatching(/^unread-[0-9a-f]{24}$/), at: now })
    expect(again).toEqual(first)
    expect(other?.id).not.toBe(first?.id)
  })

  it('with an id keeps it', () => {
    expect(read(JSON.stringify(event))).toMatchObject({ kind: 'report_unreadable', id: 'evt_1' })
  })
})
