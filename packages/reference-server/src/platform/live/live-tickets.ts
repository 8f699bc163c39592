import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export interface LiveTicketHolder {
  readonly organizationId: string
  readonly sessionId: string
}

/** Marks a ticket as used. True for its first use. */
export type ClaimTicket = (nonce: Buffer, expiresAt: Date) => Promise<boolean>

export interface LiveTickets {
  issue(holder: LiveTicketHolder, now: Date): { ticket: string; expiresAt: Date }
  /** Null if it was not issued by this server, is too old or was used before. */
  redeem(ticket: string, now: Date): Promise<LiveTicketHolder | null>
}

export const ticketSeconds = 30

const nonceLength = 16
const bodyLength = nonceLength + 8 + 16 + 16
const macLength = 32

const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/**
 * Tickets for the live socket: valid once, for thirty seconds. A ticket contains its session under a MAC, so that issuing one needs no
 * row, and 128 random bits (ASVS 11.5.1), by which its use is recorded.
 */
export const createLiveTickets = (key: Uint8Array, claim: ClaimTicket): LiveTickets => {
  const mac = (body: Buffer): Buffer => createHmac('sha256', key).update('live-ticket').update(body).digest()
  return {
    issue: ({ organizationId, sessionId }, now) => {
      const expiresAt = new Date(now.getTime() + ticketSeconds * 1_000)
      const time = Buffer.alloc(8)
      time.writeBigUInt64BE(BigInt(expiresAt.getTime()))
      const body = Buffer.concat([randomBytes(nonceLength), time, uuidBytes(organizationId), uuidBytes(sessionId)])
      return { ticket: Buffer.concat([body, mac(body)]).toString('base64url'), expiresAt }
    },
    redeem: async (ticket, now) => {
      const bytes = Buffer.from(ticket, 'base64url')
      if (bytes.length !== bodyLength + macLength) return null
      const body = bytes.subarray(0, bodyLength)
      if (!timingSafeEqual(mac(body), bytes.subarray(bodyLength))) return null
      const expiresAt = new Date(Number(body.readBigUInt64BE(nonceLength)))
      if (now >= expiresAt) return null
      if (!(await claim(Buffer.from(body.subarray(0, nonceLength)), expiresAt))) return null
      return {
        organizationId: uuidText(body.subarray(nonceLength + 8, nonceLength + 24)),
        sessionId: uuidText(body.subarray(nonceLength + 24, bodyLength)),
      }
    },
  }
}

/** For a single process. */
export const claimInMemory = (clock: () => Date): ClaimTicket => {
  const used = new Map<string, number>()
  return async (nonce, expiresAt) => {
    const key = nonce.toString('base64')
    if (used.has(key)) return false
    // Ordered by use, which is approximately the order of expiry.
    for (const [old, until] of used) {
      if (until > clock().getTime()) break
      used.delete(old)
    }
    used.set(key, expiresAt.getTime())
    return true
  }
}
