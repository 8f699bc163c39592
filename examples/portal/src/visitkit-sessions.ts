import { createClient, createServerClient, isProblem, type SessionTokens, type VisitClient } from '@visitkit/sdk'
import type { PortalConfig } from './config.ts'
import type { PortalSession } from './portal-sessions.ts'

/** What a page receives: it asks here for the next token, and never has the one that renews the session. */
export type PageTokens = Omit<SessionTokens, 'refreshToken' | 'clientId'>

/** Why a page asks: it has none, its token is not valid any more, or the next act needs a new proof of the person. */
export type PageRequest =
  { readonly reason: 'start' | 'expired' } | { readonly reason: 'step-up'; readonly sessionId: string }

/** A page renews its token shortly before the end. Milliseconds. */
const fresh = 60_000

const forPage = ({ accessToken, expiresAt, sessionId }: SessionTokens): PageTokens => ({
  accessToken,
  expiresAt,
  sessionId,
})

/**
 * The Visitkit session of each browser. All its pages share one: a page that is loaded again is not another sign-in, and signing out ends
 * it everywhere in this browser. The back end exchanges its own proof of the person once, keeps the refresh token, and gives pages
 * access tokens only.
 */
export const createVisitkitSessions = (config: PortalConfig) => {
  const visitkit = createServerClient({
    baseUrl: config.visitkitUrl,
    clientId: config.visitkitClientId,
    clientSecret: config.visitkitClientSecret,
  })
  const held = new Map<string, SessionTokens>()
  /** The ids of the patients who read their own record and no one else's. */
  const patients = new Map<string, string>()
  /** The proof with which each session was confirmed last: two pages may wait for the same one, which is used once. */
  const confirmed = new Map<string, string>()
  /** Two pages that load at once get one answer: a refresh token is used once. */
  const asked = new Map<string, Promise<PageTokens>>()

  const exchange = (session: PortalSession, more: { readonly sessionId?: string; readonly invitation?: string } = {}) =>
    visitkit.exchangeToken({ subjectToken: session.idToken, origin: config.origin, ...more })

  const asPerson = async <T>(tokens: SessionTokens, act: (person: VisitClient) => Promise<T>): Promise<T> => {
    const person = createClient({ baseUrl: config.visitkitUrl, getSession: async () => forPage(tokens) })
    return act(person).finally(() => person.close())
  }

  /** A page that names the patient shows their data one request sooner. Without it the elements ask who the person is. */
  const learnPatient = async (id: string, tokens: SessionTokens): Promise<void> => {
    const me = await asPerson(tokens, (person) => person.me.get()).catch(() => undefined)
    if (me?.kind === 'patient' && me.patients.length === 1 && held.has(id)) patients.set(id, me.personId)
    else patients.delete(id)
  }

  const keep = (id: string, tokens: SessionTokens): PageTokens => {
    // A step-up confirms the same session, and has no refresh token of its own.
    held.set(id, { ...tokens, refreshToken: tokens.refreshToken ?? held.get(id)?.refreshToken })
    // With each new token, because a person may have been allowed to act for someone else.
    void learnPatient(id, tokens)
    return forPage(tokens)
  }

  /** Throws `invalid_grant` or `session_expired` when the person has to sign in again. */
  const next = async (id: string, session: PortalSession, reason: 'start' | 'expired'): Promise<PageTokens> => {
    const tokens = held.get(id)
    if (tokens === undefined) return keep(id, await exchange(session))
    if (reason === 'start' && Date.parse(tokens.expiresAt) > Date.now() + fresh) return forPage(tokens)
    return keep(id, await visitkit.refreshSession(tokens.refreshToken ?? ''))
  }

  const signOutOf = async (tokens: SessionTokens): Promise<void> => {
    // Pages that are asleep do not renew the token, and only a valid one ends the session.
    const isValid = Date.parse(tokens.expiresAt) > Date.now()
    const valid = isValid ? tokens : await visitkit.refreshSession(tokens.refreshToken ?? '')
    await asPerson(valid, (person) => person.sessions.end())
  }

  return {
    /** The id of the session of this browser; undefined if it has none. */
    sessionOf: (id: string): string | undefined => held.get(id)?.sessionId,
    /** The patient of all pages of this browser; undefined if it is not one only, or is not known yet. */
    patientOf: (id: string | undefined): string | undefined => (id === undefined ? undefined : patients.get(id)),
    of(id: string, session: PortalSession, request: PageRequest): Promise<PageTokens> {
      if (request.reason === 'step-up') {
        const tokens = held.get(id)
        if (tokens && confirmed.get(id) === session.idToken) return Promise.resolve(forPage(tokens))
        confirmed.set(id, session.idToken)
        return exchange(session, { sessionId: request.sessionId }).then((tokens) => keep(id, tokens))
      }
      const { reason } = request
      const pending = asked.get(id) ?? next(id, session, reason).finally(() => asked.delete(id))
      asked.set(id, pending)
      return pending
    },
    /** Links the sign-in to the person whom the invitation names. The session that begins is that of this browser. */
    async accept(id: string, session: PortalSession, invitation: string): Promise<void> {
      keep(id, await exchange(session, { invitation }))
    },
    /** Uses the code of a guest. Throws why it was refused. */
    async join(id: string, invitation: string, name: string): Promise<void> {
      held.set(id, await visitkit.exchangeGuest({ invitation, name, origin: config.origin }))
    },
    /** For a page of a guest. Throws `invalid_grant` or `session_expired` when the visit is over for them. */
    async ofGuest(id: string, reason: 'start' | 'expired'): Promise<PageTokens> {
      const tokens = held.get(id)
      if (tokens === undefined) throw new TypeError('This browser has no guest.')
      if (reason === 'start' && Date.parse(tokens.expiresAt) > Date.now() + fresh) return forPage(tokens)
      const renewed = await visitkit.refreshSession(tokens.refreshToken ?? '')
      held.set(id, renewed)
      return forPage(renewed)
    },
    /** Ends the session on every page of this browser. It ends by its own clock if the server cannot be reached. */
    async end(id: string | undefined): Promise<void> {
      const tokens = id === undefined ? undefined : held.get(id)
      if (id === undefined || tokens === undefined) return
      held.delete(id)
      patients.delete(id)
      confirmed.delete(id)
      await signOutOf(tokens).catch((error: unknown) => {
        if (!isProblem(error)) throw error
      })
    },
  }
}
