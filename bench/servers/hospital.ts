import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { registerOrganization } from '../../packages/reference-server/src/cli/register-organization.ts'
import { composeServer } from '../../packages/reference-server/src/compose-server.ts'
import { readConfig } from '../../packages/reference-server/src/config.ts'
import { serveBench } from '../bench-process.ts'
import { createVariants, type VariantName } from './hospital-variants.ts'
import { createPeople, type HospitalPerson } from './hospital-people.ts'

export interface HospitalOptions {
  /** `postgres://...`, or `pglite` for the embedded engine on disk, as `npm start` has it. */
  readonly database: string
  readonly practitioners: number
  /** Hours of each, every day. Default: all day. */
  readonly hours?: { readonly from: string; readonly to: string }
  readonly patients: number
  readonly visitType: string
  readonly variants?: readonly VariantName[]
}

export interface HospitalReady {
  /** The server as shipped. */
  readonly url: string
  /** The same server with one thing taken out or exchanged, by name. */
  readonly variants: Readonly<Record<VariantName, string>>
  readonly organizationId: string
  readonly visitTypeId: string
  readonly practitioners: readonly HospitalPerson[]
  readonly patients: readonly HospitalPerson[]
}

/** A health system on the server as it is composed for production, without rate limits, and with its people signed in. */
await serveBench<HospitalOptions>(async (options) => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-'))
  const config = readConfig({
    VISITKIT_PORT: '0',
    VISITKIT_DATA_FOLDER: folder,
    VISITKIT_LOG_LEVEL: process.env['VISITKIT_LOG_LEVEL'] ?? 'error',
    ...(options.database === 'pglite' ? {} : { VISITKIT_DATABASE_URL: options.database }),
  })
  const server = await composeServer(config, { limitsRates: false })
  const { id: organizationId } = await registerOrganization(server, {
    organization: {
      name: 'Lakeside Health (made up)',
      region: 'us',
      zone: 'America/New_York',
      languages: ['en', 'es'],
      brand: { name: 'Lakeside Health', accentColor: '#0a6b70' },
      contact: { phone: '555 0100', emergencyNumber: '911', crisisLine: '988' },
      videoVendor: 'peer',
    },
    issuers: [],
    clients: [{ clientId: 'bench', name: 'Bench', grants: ['client_credentials'], origins: [] }],
    packs: { specialties: 'all', consentTextsReviewedBy: 'Nobody (made up)' },
  })
  const people = createPeople(server, organizationId)
  const practitioners = await people.addPractitioners(
    options.practitioners,
    options.hours ?? { from: '00:00', to: '24:00' },
  )
  const patients = await people.addPatients(options.patients)
  const { url } = await server.listen()
  const variants = await createVariants(server, config, options.variants ?? [])

  const ready: HospitalReady = {
    url,
    variants: variants.urls as HospitalReady['variants'],
    organizationId,
    visitTypeId: await people.visitTypeId(options.visitType),
    practitioners,
    patients,
  }
  return {
    ready,
    calls: {
      /** Everything that requests left behind is done: events delivered, audit rows linked. */
      settle: async () => {
        await server.platform.relay.settle()
        await server.platform.sealer.sealNow()
      },
      /** Audit rows so far, by operation. */
      accessesByOperation: async () => {
        const { rows } = await sql<{ operation: string; count: number }>`
          select operation, count(*)::integer as count from audit.accesses group by operation`.execute(
          server.platform.database.readerAcross('audit'),
        )
        return Object.fromEntries(rows.map(({ operation, count }) => [operation, count]))
      },
      openSessions: (count: number) => people.openSessions(count),
      /** Bytes of memory that the process holds, after a collection. */
      memory: async () => {
        for (let pass = 0; pass < 3; pass++) {
          globalThis.gc?.()
          await new Promise((resolve) => setTimeout(resolve, 150))
        }
        return process.memoryUsage().rss
      },
      parked: async () => (await server.platform.relay.parked()).length,
    },
    stop: async () => {
      await variants.stop()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
})
