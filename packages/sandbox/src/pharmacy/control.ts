import type { Behaviour } from './behaviour.ts'
import type { Dispensed, PharmacyNetwork } from './pharmacy-network.ts'

interface ControlAnswer {
  readonly status: number
  readonly body: unknown
}
type Body = Readonly<Record<string, unknown>>

const text = (body: Body, name: string): string => {
  const value = body[name]
  if (typeof value !== 'string') throw new Error(`'${name}' must be a text`)
  return value
}

/** What one who plays the pharmacies may ask of them: see the package's README. */
export const control = (network: PharmacyNetwork, method: string, path: string, body: Body): ControlAnswer => {
  const [, , place, id = '', act = ''] = path.split('/')
  if (method === 'GET' && place === 'received')
    return {
      status: 200,
      body: network.received.map(
        ({ type, messageId, relatesToMessageId, to, orderNumber, approved, outcome, text: said, directions }) => ({
          type,
          messageId,
          relatesToMessageId,
          to,
          orderNumber,
          approved,
          outcome,
          ...said,
          directions,
        }),
      ),
    }
  if (method === 'GET' && place === 'sent') return { status: 200, body: network.outbox.sent }
  if (method === 'PUT' && place === 'pharmacies' && act === 'behaviour') {
    network.behave(id, body as Partial<Behaviour>)
    return { status: 200, body: network.behaviourOf(id) }
  }
  if (method !== 'POST' || place !== 'prescriptions' || !network.shelf.has(id))
    return { status: 404, body: { error: 'nothing here' } }
  switch (act) {
    case 'verify':
      network.verify(id)
      break
    case 'fill': {
      const note = body['note']
      network.fill(id, text(body, 'status') as NonNullable<Behaviour['fills']>, typeof note === 'string' ? note : null)
      break
    }
    case 'renewal-request':
      network.requestRenewal(id, body as Dispensed)
      break
    case 'change-request':
      network.requestChange(id, { description: text(body, 'description'), rxcui: text(body, 'rxcui') })
      break
    default:
      return { status: 404, body: { error: 'nothing here' } }
  }
  return { status: 202, body: { told: act } }
}
