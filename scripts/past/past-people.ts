import { createClient, type Role, type VisitClient } from '@visitkit/sdk'
import type { SeededPeople } from '../../examples/portal/src/seed.ts'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import type { PastClock } from './past-clock.ts'

/** A typed client for every person of the demo, by username. */
export interface PastPeople {
  patient(username: string): VisitClient
  practitioner(username: string): VisitClient
  staff(username: string, role: Role): VisitClient
  close(): void
}

type SessionPerson = Parameters<ComposedServer['identity']['open']>[0]

/** Weeks pass between two calls, so the client requests a new session each time. Each session is created at that time. */
export const createPastPeople = (parts: {
  readonly server: ComposedServer
  readonly url: string
  readonly organizationId: string
  /** The portal that they use. */
  readonly portal: { readonly clientId: string; readonly origin: string }
  readonly seeded: SeededPeople
  readonly clock: PastClock
}): PastPeople => {
  const { server, url, organizationId, portal, seeded, clock } = parts
  const clients = new Map<string, VisitClient>()
  const clientOf = (username: string, person: SessionPerson): VisitClient => {
    const client =
      clients.get(username) ??
      createClient({
        baseUrl: url,
        // As a browser on the portal's page would send it.
        fetch: (input, init) => {
          const request = new Request(input, init)
          request.headers.set('origin', portal.origin)
          return fetch(request)
        },
        getSession: async () => {
          const { session, accessToken } = await server.identity.open(person, {
            organizationId,
            ...portal,
            authenticatedAt: clock.now(),
            signIn: { methods: ['hwk', 'user'], contextClass: null },
          })
          return { accessToken, sessionId: session.id, expiresAt: new Date(Date.now() + 600_000).toISOString() }
        },
      })
    clients.set(username, client)
    return client
  }
  const known = <T>(found: T | undefined, username: string): T => {
    if (found === undefined) throw new Error(`people/lakeside.json: nobody is called ${username}.`)
    return found
  }
  return {
    patient: (username) => {
      const id = known(seeded.patients.get(username), username)
      return clientOf(username, {
        kind: 'patient',
        personId: id,
        roles: ['patient'],
        patientIds: [id],
        practitionerId: null,
      })
    },
    practitioner: (username) => {
      const { id, memberId } = known(seeded.practitioners.get(username), username)
      return clientOf(username, {
        kind: 'member',
        personId: memberId,
        roles: ['practitioner'],
        patientIds: [],
        practitionerId: id,
      })
    },
    staff: (username, role) =>
      clientOf(username, {
        kind: 'member',
        personId: known(seeded.staff.get(username), username),
        roles: [role],
        patientIds: [],
        practitionerId: null,
      }),
    close: () => {
      for (const client of clients.values()) client.close()
    },
  }
}
