import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { SimulatedDaily } from '../../../../../sandbox/src/video/start-video.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { keepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { answered } from '../../../test-kit/answered.ts'
import { webhookSecrets } from '../../../test-kit/sandbox-partners.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { createDailyProvider } from '../../../vendors/video/daily/daily-provider.ts'
import type { VideoCapability } from '../../../vendors/video/capabilities.ts'
import { loadCapabilityPacks } from '../../../vendors/video/load-capability-packs.ts'
import { gateVendor } from '../../../vendors/video/vendor-gate.ts'
import { shippedCapabilities } from '../../../vendors/video/shipped-capabilities.testing.ts'
import type { Room } from '../model/visit.ts'
import { loadVisitsPolicy } from '../packs/load-policy.ts'
import type { VideoFinding } from '../ports.ts'
import { createRoomOfVisit } from '../workflows/room-of-visit.ts'
import { withVisitVerbs, type VisitVerbs } from './hospital.testing.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

/** A hospital on PostgreSQL whose visits take place in rooms of the simulated Daily, through the real adapter. */
export interface DailyHospital {
  readonly daily: SimulatedDaily
  readonly hospital: TestHospital<'video'> & VisitVerbs
  /** The warnings that operators received. */
  findings(): readonly VideoFinding[]
  readonly webhookSecret: string
  /** A visit whose patient may enter the room. */
  admitted(): Promise<AdmittedVisit>
  /** The same person, after the clock was advanced by more than the lifetime of a session. */
  signInAgain(client: SignedInClient): Promise<SignedInClient>
  /** Another server process on the same database and vendor, for rooms only. */
  secondProcess(): Promise<{ openRoom(visitId: string): Promise<Room> }>
  /** The vendor's id of the visit's room; null if there is none. */
  roomOf(visit: { readonly id: string }): Promise<string | null>
  /** A report as Daily sends it. */
  report(type: string, payload: object, id: string, secret?: string, organizationId?: string): Promise<Response>
  stop(): Promise<void>
}
export interface AdmittedVisit {
  readonly visit: { readonly id: string }
  readonly path: string
  readonly patient: SignedInClient
  readonly doctor: SignedInClient
}

export const startDailyHospital = async (
  mode: SimulatedDaily['mode'],
  /** Capabilities that the pack marks as not covered. */
  without: readonly VideoCapability[] = [],
  /** Capabilities that the agreement of this hospital covers in addition. */
  more: readonly VideoCapability[] = [],
): Promise<DailyHospital> => {
  const shipped = loadCapabilityPacks()
  const isIn = (list: readonly string[], capability: string): boolean => list.includes(capability)
  const rows = shipped.daily.rows.map((row) => ({
    ...row,
    covered: isIn(more, row.capability) || (row.covered && !isIn(without, row.capability)),
  }))
  const hospital = withVisitVerbs(
    await createTestHospital({
      engine: 'postgres',
      partners: ['video'],
      video: { mode },
      // With people who have health information.
      mode: mode === 'hipaa' ? 'production' : 'development',
      overrides: { packs: { capabilities: { ...shipped, daily: { ...shipped.daily, rows } } } },
    }),
  )
  const { video: daily } = hospital.partners
  const webhookSecret = webhookSecrets.video
  const administrator = await hospital.as('administrator')
  await answered(administrator.patch('/v1/organization', { videoVendor: 'daily', version: 1 }), 200)
  return {
    daily,
    hospital,
    webhookSecret,
    findings: () =>
      hospital.logged
        .filter(({ event }) => event === 'a video vendor needs attention')
        .map(
          ({ code, name, count, reason }) =>
            ({ code, vendor: name, count, ...(reason !== undefined && { reason }) }) as VideoFinding,
        ),
    admitted: async () => {
      const people = { patient: await hospital.addPatient(), practitioner: await hospital.addPractitioner() }
      const visit = await hospital.checkedIn(people.patient, people.practitioner)
      const [patient, doctor] = [await hospital.signIn(people.patient), await hospital.signIn(people.practitioner)]
      const path = `/v1/visits/${visit.id}`
      await answered(doctor.post(`${path}/admit`), 200)
      return { visit, path, patient, doctor }
    },
    signInAgain: async ({ caller }) =>
      hospital.as(caller.roles, {
        personId: caller.personId,
        patientIds: caller.patientIds,
        practitionerId: caller.practitionerId,
      }),
    secondProcess: async () => {
      const { apiKey, domainId, apiBase } = daily
      const capabilities = shippedCapabilities('daily', mode, without)
      const provider = createDailyProvider({
        outgoing: anyHost,
        capabilities,
        apiKey,
        domainId,
        apiBase,
        webhookSecret,
      })
      const agreements = [{ vendor: 'daily', region: 'us', from: new Date(0), to: null }]
      const terms = async () => ({ region: 'us', agreements, now: new Date() })
      const gated = gateVendor(provider, { terms, forPatients: mode === 'hipaa' })
      const { organizationId, platform } = hospital
      const roomOfVisit = createRoomOfVisit({
        readerOf: () => platform.database.reader({ domain: 'visits', organizationId }),
        keep: keepForOrganization(platform.unitOfWork, 'visits'),
        policy: await loadVisitsPolicy(),
      })
      return {
        openRoom: (id) =>
          roomOfVisit({ provider: gated, organizationId, visit: { id, room: null }, now: hospital.clock.now() }),
      }
    },
    roomOf: ({ id }) =>
      hospital.keep('visits', async ({ tx }) => {
        const { rows } = await sql<{ vendor_room_id: string | null }>`
          select vendor_room_id from visits.visits where id = ${id}`.execute(tx)
        return rows[0]?.vendor_room_id ?? null
      }),
    report: (type, payload, id, secret = webhookSecret, organizationId = hospital.organizationId) => {
      const body = JSON.stringify({ version: '1.0.0', type, id, payload })
      const timestamp = String(hospital.clock.now().getTime())
      const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
        .update(`${timestamp}.${body}`)
        .digest('base64')
      return hospital.anonymous().fetch(`/v1/webhooks/video/daily/${organizationId}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-webhook-timestamp': timestamp,
          'x-webhook-signature': signature,
        },
        body,
      })
    },
    stop: () => hospital.stop(),
  }
}
