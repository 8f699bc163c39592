import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Authenticates messages between server and network: HMAC-SHA256 over `timestamp.` and the exact bytes, in hex. A network with another
 * method (mutual TLS, WS-Security) needs another adapter.
 */

export const timestampHeader = 'x-message-timestamp'
export const signatureHeader = 'x-message-signature'

/** Maximum age of a message, and maximum lead of the sender's clock. Milliseconds. */
const tolerance = 5 * 60_000

const digest = (secret: string, timestamp: string, bytes: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(bytes).digest()

export const signatureHeaders = (secret: string, bytes: Uint8Array, now: Date): Record<string, string> => {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return { [timestampHeader]: timestamp, [signatureHeader]: digest(secret, timestamp, bytes).toString('hex') }
}

export type SignatureFault = 'missing' | 'differs' | 'old'

/** Null if `bytes` were signed with one of `secrets` within the tolerance. Two are valid while a secret is being replaced. */
export const signatureFault = (
  secrets: readonly string[],
  bytes: Uint8Array,
  headers: Readonly<Record<string, string | undefined>>,
  now: Date,
): SignatureFault | null => {
  const timestamp = headers[timestampHeader]
  const signature = headers[signatureHeader]
  if (!timestamp || !signature || !/^\d{9,11}$/.test(timestamp) || !/^[0-9a-f]{64}$/.test(signature)) return 'missing'
  const given = Buffer.from(signature, 'hex')
  if (!secrets.some((secret) => timingSafeEqual(given, digest(secret, timestamp, bytes)))) return 'differs'
  // After the signature, so that an old message with a wrong signature is reported as a wrong signature.
  return Math.abs(now.getTime() - Number(timestamp) * 1000) > tolerance ? 'old' : null
}
