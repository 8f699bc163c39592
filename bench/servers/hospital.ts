import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { registerOrganization } from '../../packages/reference-server/src/cli/register-organization.ts'
import { composeServer } from '../../packages/reference-server/src/compose-server.ts'
import { readConfig } from '../../packages/reference-server/src/config.ts'
import { serveBench } from '../bench-process.ts'
import type { BilledState } from '../billed-state.ts'
import { createVariants, type VariantName } from './hospital-variants.ts'
import { growHistory, type HistoryParts } from './visit-history.ts'
import { createPeople, type HospitalPerson, type PersonKind } from './hospital-people.ts'

export interface HospitalOptions {
  /** `postgres://...`, or `pglite` for the embedded engine on disk, as `npm start` has it. */
  readonly database: string
  readonly practitioners: number
  /** Working hours of each practitioner, every day. Default: all day. */
  readonly hours?: { readonly from: string; readonly to: string }
  readonly patients: number
  /** The code of a specialty pack's visit type. Default: a visit type of the bench, in primary care, immediately, with a questionnaire. */
  readonly visitType?: string
  readonly variants?: readonly VariantName[]
  /** From `startBenchPartners`: the organization bills, prescribes and orders. Its patients are insured. */
  readonly partners?: { readonly organizationId: string; readonly environment: Readonly<Record<string, string>> }
}

export interface HospitalReady {
  /** The server as shipped. */
  readonly url: string
  /** The same server with one part removed or replaced, by name. */
  readonly variants: Readonly<Record<VariantName, string>>
  readonly organizationId: string
  readonly visitTypeId: string
  readonly practitioners: readonly HospitalPerson[]
  readonly patients: readonly HospitalPerson[]
  /** Null when the organization does not bill. */
  readonly billers: readonly HospitalPerson[]
}

/** The organization's billing provider: fictional, and valid for every check of a claim. */
const billing = {
  cptLicensed: false,
  provider: {
    organizationName: 'Lakeside Health Sample Group',
    npi: '1999999984',
    taxonomy: '207Q00000X',
    taxId: { kind: 'ein', number: '999999999' },
    address: { line1: '100 Sample Avenue', line2: null, city: 'Exampleville', state: 'OH', postalCode: '430040001' },
  },
} as const

/** A health system on the server as composed for production, without rate limits, with its people signed in. */
await serveBench<HospitalOptions>(async (options) => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-'))
  const config = readConfig({
    VISITKIT_PORT: '0',
    ...options.partners?.environment,
    VISITKIT_DATA_FOLDER: folder,
    VISITKIT_LOG_LEVEL: process.env['VISITKIT_LOG_LEVEL'] ?? 'error',
    ...(options.database === 'pglite' ? {} : { VISITKIT_DATABASE_URL: options.database }),
  })
  const server = await composeServer(config, { limitsRates: false })
  const { id: organizationId } = await registerOrganization(server, {
    ...(options.partners && { id: options.partners.organizationId, billing }),
    organization: {
      name: 'Lakeside Health (fictional)',
      region: 'us',
      zone: 'America/New_York',
      languages: ['en', 'es'],
      brand: { name: 'Lakeside Health', accentColor: '#0a6b70' },
      contact: { phone: '555 0100', emergencyNumber: '911', crisisLine: '988' },
      videoVendor: 'peer',
    },
    issuers: [],
    clients: [{ clientId: 'bench', name: 'Bench', grants: ['client_credentials'], origins: [] }],
    packs: { specialties: 'all', consentTextsReviewedBy: 'Nobody (fictional)' },
  })
  const people = createPeople(server, organizationId)
  const practitioners = await people.addPractitioners(
    options.practitioners,
    options.hours ?? { from: '00:00', to: '24:00' },
  )
  const patients = await people.addPatients(
    options.patients,
    options.partners ? await people.payerNamed('Lakeside Mutual Health') : null,
  )
  const { url } = await server.listen()
  const variants = await createVariants(server, config, options.variants ?? [])

  const ready: HospitalReady = {
    url,
    variants: variants.urls as HospitalReady['variants'],
    organizationId,
    visitTypeId:
      options.visitType === undefined ? await people.addVisitType(url) : await people.visitTypeId(options.visitType),
    practitioners,
    patients,
    billers: options.partners ? await people.addBillers(8) : [],
  }
  return {
    ready,
    calls: {
      /** Waits until the background work of the requests is done: events delivered, audit rows linked. */
      settle: async () => {
        await server.platform.relay.settle()
        await server.platform.checkpointer.checkpointNow()
      },
      /** Whether everything that was billed is posted, and adds up. */
      billedState: async (claimIds: readonly string[]): Promise<BilledState> => {
        const db = server.platform.database.reader({ domain: 'billing', organizationId })
        const { rows: postings } = await sql<{ count: number }>`
          select count(*)::integer as count from billing.postings
          where claim_id = any(${claimIds}::uuid[]) and reversed_by is null`.execute(db)
        const { rows: accounts } = await sql<{ count: number }>`
          select count(*)::integer as count from billing.accounts as account
          join (select patient_id, sum(insurance_cents) as insurance, sum(patient_cents) as patient
            from billing.entries group by patient_id) as entry on entry.patient_id = account.id
          where entry.insurance <> account.insurance_cents or entry.patient <> account.patient_cents`.execute(db)
        return {
          posted: postings[0]?.count ?? 0,
          unbalanced: accounts[0]?.count ?? 0,
          parkedEvents: (await server.platform.relay.deadLetters()).length,
        }
      },
      /** Audit rows so far, by operation. */
      accessesByOperation: async () => {
        await server.platform.ledger.settle()
        const { rows } = await sql<{ operation: string; count: number }>`
          select operation, count(*)::integer as count from audit.accesses group by operation`.execute(
          server.platform.database.readerAcross('audit'),
        )
        return Object.fromEntries(rows.map(({ operation, count }) => [operation, count]))
      },
      growHistory: (parts: Omit<HistoryParts, 'organizationId'>) => growHistory(server, { ...parts, organizationId }),
      signIn: (kind: PersonKind, ids: readonly string[]) => people.signIn(kind, ids),
      openSessions: (count: number) => people.openSessions(count),
      /** Resident memory of the process in bytes, after a garbage collection. */
      memory: async () => {
        for (let pass = 0; pass < 3; pass++) {
          globalThis.gc?.()
          await new Promise((resolve) => setTimeout(resolve, 150))
        }
        return process.memoryUsage().rss
      },
      parked: async () => (await server.platform.relay.deadLetters()).length,
    },
    stop: async () => {
      await variants.stop()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
})
