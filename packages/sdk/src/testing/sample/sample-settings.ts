import type { CommunicationPreferences, PatientBackground, Proxy, Session } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { samplePatient } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

/** What a patient decides about themselves: how they are reached, who acts for them, and where they are signed in. */
export const settingsSample: SampleDomain = ({ now, newId }) => {
  const patientId = samplePatient.id
  const at = (minutes: number) => instant(now() + minutes * minute)
  let preferences: CommunicationPreferences = {
    patientId,
    channel: 'email',
    language: 'en',
    quietHours: { from: '21:00', to: '08:00' },
    muted: [],
    tellFirstAccess: false,
    stopped: false,
    needsConsent: false,
    version: 0,
  }
  const proxies: Proxy[] = [
    {
      id: 'proxy-chris',
      patientId,
      displayName: 'Chris Example',
      relationship: 'spouse',
      scope: ['schedule', 'visit'],
      from: '2026-01-01',
      to: null,
      status: 'active',
      version: 1,
    } as Proxy,
  ]
  let background: PatientBackground = { patientId, changedAt: null, version: 0 }
  const session = (id: string, more: Partial<Session>): Session => ({
    id,
    kind: 'patient',
    clientId: 'sample-portal',
    createdAt: at(-30),
    lastActiveAt: at(-1),
    idleEndsAt: at(14),
    absoluteEndsAt: at(480),
    current: false,
    neededSignIn: null,
    trainingEndsAt: null,
    ...more,
  })
  let sessions: Session[] = [
    session('session-sample', { current: true }),
    session('session-phone', { createdAt: instant(now() - 2 * day), lastActiveAt: instant(now() - day) }),
  ]
  const invitation = () => ({
    id: newId('invitation'),
    status: 'pending' as const,
    expiresAt: at(7 * 1440),
    secret: '7K3M9-QXT4W-ZR8NB-H2CVD',
  })

  return () => ({
    getPreferences: () => preferences,
    putPreferences: ({ body: { version, ...changes } }) => {
      if (version !== preferences.version) return problem(409, 'version_conflict')
      const { email: _, phone: __, ...kept } = preferences
      return (preferences = { ...kept, ...changes, version: version + 1 })
    },
    getPatientBackground: () => background,
    putPatientBackground: ({ body: { version, ...answers } }) => {
      if (version !== background.version) return problem(409, 'version_conflict')
      return (background = { ...answers, patientId, changedAt: at(0), version: version + 1 })
    },
    listProxies: ({ path }) => ({ patientId: path.patientId, items: proxies }),
    createProxy: ({ path, body }) => {
      const made = { to: null, ...body, id: newId('proxy'), patientId: path.patientId, status: 'invited', version: 1 }
      const code = invitation()
      const { secret: ___, ...shown } = code
      proxies.push({ ...made, invitation: shown } as unknown as Proxy)
      return { ...made, invitation: code } as never
    },
    inviteProxy: () => invitation() as never,
    endProxy: ({ path }) => Object.assign(find(proxies, path.proxyId), { status: 'ended' }),
    listSessions: ({ query }) => page(sessions, query),
    endSessionById: ({ path }) => {
      sessions = sessions.filter(({ id }) => id !== path.sessionId)
    },
  })
}
