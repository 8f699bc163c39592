import { randomBytes } from 'node:crypto'

/** The sides of the portal. Each has its own cookie, so that one browser can be a patient and a clinician at the same time. */
export const sides = ['patient', 'clinic', 'desk'] as const
export type Side = (typeof sides)[number]

/** The session of a signed-in person: the proof from the identity provider. */
export interface PortalSession {
  readonly name: string
  readonly subject: string
  readonly idToken: string
  /** When the proof expires. Milliseconds. */
  readonly proofEndsAt: number
}

interface PendingSignIn {
  readonly side: Side
  readonly verifier: string
  readonly nonce: string
  readonly returnTo: string
  readonly startedAt: number
}

const tenMinutes = 10 * 60_000

/** In memory: a restart signs everyone out, which is acceptable for a demo. */
export const createPortalSessions = () => {
  const sessions = new Map<string, PortalSession & { side: Side }>()
  const pending = new Map<string, PendingSignIn>()
  return {
    /** Stores a sign-in that is sent to the identity provider; returns its `state`. */
    begin(signIn: Omit<PendingSignIn, 'startedAt'>): string {
      const now = Date.now()
      for (const [state, old] of pending) if (now - old.startedAt > tenMinutes) pending.delete(state)
      const state = randomBytes(16).toString('base64url')
      pending.set(state, { ...signIn, startedAt: now })
      return state
    },
    /** Valid once. */
    takePending(state: string): PendingSignIn | undefined {
      const found = pending.get(state)
      pending.delete(state)
      return found
    },
    open(side: Side, session: PortalSession): string {
      const id = randomBytes(24).toString('base64url')
      sessions.set(id, { ...session, side })
      return id
    },
    /** The same person has confirmed their identity again. False for any other person, without a change. */
    confirm(side: Side, id: string | undefined, session: PortalSession): boolean {
      const found = id === undefined ? undefined : sessions.get(id)
      if (id === undefined || found?.side !== side || found.subject !== session.subject) return false
      sessions.set(id, { ...session, side })
      return true
    },
    find(side: Side, id: string | undefined): PortalSession | undefined {
      const found = id === undefined ? undefined : sessions.get(id)
      return found?.side === side ? found : undefined
    },
    end(id: string | undefined): void {
      if (id !== undefined) sessions.delete(id)
    },
  }
}
export type PortalSessions = ReturnType<typeof createPortalSessions>
