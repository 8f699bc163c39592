import { randomUUID } from 'node:crypto'
import { operations, type OperationId } from '@visitkit/contract/operations'
import type { Role } from '../tests/hospital/create-hospital.ts'
import { requestBytes } from './http-client.ts'

/** Operations that no session calls, with what limits them instead. */
export const withoutSession = {
  exchangeToken: 'limit-proofs counts wrong proofs, the class `token` limits a client, and `refresh` a session',
  receivePaymentWebhook: 'a partner proves itself; limit-proofs counts wrong proofs',
  receivePharmacyMessage: 'a partner proves itself; limit-proofs counts wrong proofs',
  receiveMailWebhook: 'a partner proves itself; limit-proofs counts wrong proofs',
  receiveSmsWebhook: 'a partner proves itself; limit-proofs counts wrong proofs',
  receiveVideoWebhook: 'a partner proves itself; limit-proofs counts wrong proofs',
} satisfies Partial<Record<OperationId, string>>

/** Every other operation of the contract, so that a new one is measured without anyone adding it. */
export const attackedOperations: readonly OperationId[] = (Object.keys(operations) as OperationId[]).filter(
  (id) => !(id in withoutSession),
)

/** Who sends it: a patient if they may, as most callers are; else the first role of the policy; a program if no one else may. */
export const attackerOf = (
  id: OperationId,
  permissions: Readonly<Record<Role, Readonly<Record<string, unknown>>>>,
): Role | undefined => {
  const { permission } = operations[id]
  const allowed = (Object.keys(permissions) as Role[]).filter((role) => permissions[role][permission] !== undefined)
  return allowed.find((role) => role === 'patient') ?? allowed.find((role) => role !== 'service') ?? allowed[0]
}

/** One request of one person, as a measured process prepares it. */
export interface AttackPlan {
  readonly id: OperationId
  readonly role: Role
  readonly token: string
  readonly origin: string | null
  readonly path: string
  /** Base64; null without a body. */
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
  /** How many calls the limit of the person admits at once, and then in a second. */
  readonly burst: number
  readonly perSecond: number
}

/** A stream does not end, so that it is opened and not answered. */
export const isStream = (id: OperationId): boolean => operations[id].contentType === 'text/event-stream'

/** The bytes of each call. A call with an idempotency key has a new one: a repeated request would be answered from memory. */
export const requestsOf = ({ id, token, origin, path, body, headers }: AttackPlan): (() => Uint8Array) => {
  const { method, idempotent } = operations[id]
  const build = (): Uint8Array =>
    requestBytes({
      method: method.toUpperCase(),
      path,
      token,
      ...(body !== null && { bytes: Buffer.from(body, 'base64') }),
      headers: {
        // As a browser asks. Without it the generator would read megabytes, and measure itself.
        'Accept-Encoding': 'gzip',
        ...(origin !== null && { Origin: origin }),
        ...headers,
        ...(idempotent && { 'Idempotency-Key': randomUUID() }),
      },
    })
  if (idempotent) return build
  const once = build()
  return () => once
}
