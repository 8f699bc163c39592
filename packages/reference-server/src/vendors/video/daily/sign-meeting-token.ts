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

/** What Daily and the others in the room are told about a person: why they are there. Names stay with the health system. */
const label: Readonly<Record<SeatRole, string>> = {
  practitioner: 'Practitioner',
  patient: 'Patient',
  proxy: 'Representative',
  interpreter: 'Interpreter',
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/**
 * A Daily meeting token signed here with the API key, as docs.daily.co/docs/guides/privacy-and-security/self-signing-tokens describes
 * (HS256; `r` room, `d` domain, `ud` user id, `u` user name, `o` owner, `ss` screen share, `ejt` eject at expiry), so that giving a
 * seat depends on no request and no quota. Always for one room and always with an end: without `r` it would open every room of the
 * domain, without `exp` it would do so for ever. Only a practitioner owns the room.
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
