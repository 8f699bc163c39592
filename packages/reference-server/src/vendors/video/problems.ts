import { Problem } from '../../platform/problems/problem.ts'

/** The refusals of this folder. `reason` is only logged and never contains a token, an address or a vendor's complete response. */

export const vendorUnavailable = (reason: string, cause?: unknown): Problem =>
  new Problem(
    503,
    'vendor_unavailable',
    'The video service does not answer at the moment. Nothing was lost; try again, or go on by phone.',
    {
      reason,
      headers: { 'retry-after': '5' },
      ...(cause === undefined ? {} : { cause }),
    },
  )

export const seatInvalid = (reason: string): Problem =>
  new Problem(
    409,
    'seat_invalid',
    'This place in the video room cannot be given: it has expired or the room has ended.',
    { reason },
  )

export const signatureInvalid = (reason: string): Problem =>
  new Problem(
    401,
    'signature_invalid',
    'The report was not accepted. Check the signing secret and the clock of the sender.',
    { reason },
  )

/** The pack of the agreement does not cover the requested capability: refused before anything is sent. */
export const capabilityNotCovered = (reason: string): Problem =>
  new Problem(
    403,
    'capability_not_covered',
    'The agreement with the video service does not cover this, so nothing was sent. Leave it off, or have the agreement extended and recorded first.',
    { reason },
  )
