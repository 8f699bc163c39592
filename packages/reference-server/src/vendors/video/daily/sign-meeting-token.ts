import { createHmac } from 'node:crypto'
import type { SeatRole } from '../provider.ts'

export interface MeetingToken {
  readonly room: string
  readonly seatId: string
  readonly role: SeatRole
  readonly mayShareScreen: boolean
  readonly expiresAt: Date
  readonly ejectAtExpiry: boolean
}

/** Daily and the other participants see a person's role, not the name. Names stay with the health system. */
const label: Readonly<Record<SeatRole, string>> = {
  practitioner: 'Practitioner',
  patient: 'Patient',
  proxy: 'Representative',
  interpreter: 'Interpreter',
  guest: 'Guest',
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/**
 * A Daily meeting token signed here with the API key, as docs.daily.co/docs/guides/privacy-and-security/self-signing-tokens describes
 * (HS256; `r` room, `d` domain, `ud` user id, `u` user name, `o` owner, `ss` screen share, `ejt` eject at expiry), so that issuing a seat
 * depends on no request and no quota. Always for one room and with an end: without `r` it would be valid for every room of the domain,
 * without `exp` forever. Only a practitioner owns the room.
 */
export const signMeetingToken = (token: MeetingToken, domainId: string, apiKey: string, now: Date): string => {
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({
    r: token.room,
    d: domainId,
    iat: seconds(now),
    exp: seconds(token.expiresAt),
    ud: token.seatId,
    u: label[token.role],
    o: token.role === 'practitioner',
    ss: token.mayShareScreen,
    ejt: token.ejectAtExpiry,
  })}`
  return `${unsigned}.${createHmac('sha256', apiKey).update(unsigned).digest('base64url')}`
}
