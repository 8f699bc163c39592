import { patientViewOf } from './patient-pages.ts'
import type { Side } from './portal-sessions.ts'

export const homeOf: Record<Side, string> = { patient: '/home', clinic: '/clinic', desk: '/desk' }

/** Why Visitkit ended a session: there was no activity for some time, or the session was ended elsewhere or cannot be extended. */
const endReasons = ['idle', 'ended'] as const
export type EndReason = (typeof endReasons)[number]

export const endReasonOf = (text: unknown): EndReason | undefined => endReasons.find((reason) => reason === text)

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A page of this portal, and what is open on it. Anything else is left out: an address in a query could lead anywhere. */
export interface WayBack {
  readonly to?: unknown
  /** The id of the appointment, the visit, or what a notice announced. */
  readonly open?: unknown
}

/** The pages of a patient that open something by its id. */
const opening: ReadonlySet<string> = new Set(['/visit', '/record', '/summaries'])

/** The page to which a person returns after signing in. */
export const pageAfterSignIn = (side: Side, { to, open }: WayBack): string => {
  const page = side === 'patient' && typeof to === 'string' && patientViewOf(to) ? to : homeOf[side]
  return typeof open === 'string' && id.test(open) && (side === 'clinic' || opening.has(page))
    ? `${page}#${open}`
    : page
}

/** The same, as the query of a sign-in. */
export const wayBackQuery = (side: Side, wayBack: WayBack): string => {
  const [to = '', open] = pageAfterSignIn(side, wayBack).split('#')
  return new URLSearchParams({ to, ...(open && { open }) }).toString()
}
