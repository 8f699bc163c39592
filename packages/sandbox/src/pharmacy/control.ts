import type { Behavior } from './behavior.ts'
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

/** What a test or a demonstration can trigger at the pharmacies: see the README of the package. */
export const control = (network: PharmacyNetwork, method: string, path: string, body: Body): ControlAnswer => {
  const [, , resource, id = '', action = ''] = path.split('/')
  if (method === 'GET' && resource === 'received')
    return {
      status: 200,
      body: network.received.map(
        ({
          type,
          messageId,
          relatesToMessageId,
          to,
          orderNumber,
          approved,
          outcome,
          text: parsedText,
          directions,
        }) => ({
          type,
          messageId,
          relatesToMessageId,
          to,
          orderNumber,
          approved,
          outcome,
          ...parsedText,
          directions,
        }),
      ),
    }
  if (method === 'GET' && resource === 'sent') return { status: 200, body: network.outbox.sent }
  if (method === 'PUT' && resource === 'pharmacies' && action === 'behavior') {
    network.setBehavior(id, body as Partial<Behavior>)
    return { status: 200, body: network.behaviorOf(id) }
  }
  if (method !== 'POST' || resource !== 'prescriptions' || !network.prescriptions.has(id))
    return { status: 404, body: { error: 'nothing here' } }
  switch (action) {
    case 'verify':
      network.verify(id)
      break
    case 'fill': {
      const note = body['note']
      network.fill(id, text(body, 'status') as NonNullable<Behavior['fills']>, typeof note === 'string' ? note : null)
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
  return { status: 202, body: { told: action } }
}
