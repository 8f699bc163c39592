import { randomUUID, sign } from 'node:crypto'
import type { components } from '@visitkit/contract'
import { body, type Hospital } from '../hospital/create-hospital.ts'
import { smsSigningKey } from './messaging.ts'
import type { Requests } from './prepared-request.ts'

type HeldMessage = components['schemas']['HeldPartnerMessage']

/** What people wrote to the number of notices. */
export const heldPartnerMessageRequests: Requests<
  'listHeldPartnerMessages' | 'getHeldPartnerMessage' | 'resolveHeldPartnerMessage'
> = {
  listHeldPartnerMessages: async (hospital) => {
    await heldMessage(hospital)
    return { names: 'nothing' }
  },
  getHeldPartnerMessage: async (hospital) => ({
    path: { messageId: (await heldMessage(hospital)).id },
    names: 'organization',
  }),
  resolveHeldPartnerMessage: async (hospital) => ({
    path: { messageId: (await heldMessage(hospital)).id },
    body: { reason: 'telephoned' },
    names: 'organization',
  }),
}

/** A text from a number to which nothing was sent. One with a word of an emergency is the first of the list, until it is resolved. */
const heldMessage = async (hospital: Hospital): Promise<HeldMessage> => {
  const { clock } = hospital.server
  const report = {
    data: {
      event_type: 'message.received',
      id: randomUUID(),
      occurred_at: clock.now().toISOString(),
      payload: {
        from: { phone_number: '+16145550148' },
        to: [{ phone_number: '+16145550199' }],
        text: 'This is an emergency.',
      },
    },
  }
  const timestamp = String(Math.floor(clock.now().getTime() / 1_000))
  const text = JSON.stringify(report)
  const signature = sign(null, Buffer.from(`${timestamp}|${text}`), smsSigningKey).toString('base64')
  const answer = await fetch(`${hospital.server.url}/v1/webhooks/sms/${hospital.id}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'telnyx-timestamp': timestamp,
      'telnyx-signature-ed25519': signature,
    },
    body: text,
  })
  if (!answer.ok) throw new Error(`the text was answered ${answer.status}`)
  const nurse = await hospital.person('nurse')
  const { items }: { items: HeldMessage[] } = await body(nurse.get('/v1/held-partner-messages'))
  const newest = items
    .filter(({ urgent }) => urgent)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .at(-1)
  if (!newest) throw new Error('the text was not held')
  return newest
}
