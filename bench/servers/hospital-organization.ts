import { sql } from 'kysely'
import { registerOrganization } from '../../packages/reference-server/src/cli/register-organization.ts'
import type { ComposedServer } from '../../packages/reference-server/src/compose-server.ts'
import type { BilledState } from '../billed-state.ts'
import { npiOf } from '../npi.ts'
import { createPeople, type HospitalPerson } from './hospital-people.ts'

export interface OrganizationReady {
  readonly organizationId: string
  readonly visitTypeId: string
  readonly practitioners: readonly HospitalPerson[]
  readonly patients: readonly HospitalPerson[]
  /** Empty when the organization does not bill. */
  readonly billers: readonly HospitalPerson[]
}

export interface OrganizationParts {
  /** Its number in the bench. */
  readonly index: number
  /** Given when the organization bills, prescribes and orders. Its patients are insured. */
  readonly partneredId?: string
  readonly practitioners: number
  readonly patients: number
  readonly hours: { readonly from: string; readonly to: string }
  /** Only its specialties are installed for a visit type of the bench. */
  readonly visitType?: string
}

/** Enough that they do not wait for each other's sessions, and few enough that each works on many claims. */
const billersOf = ({ partneredId }: OrganizationParts): number => (partneredId === undefined ? 0 : 8)

/** The organization's billing provider: fictional, and valid for every check of a claim. */
const billingOf = (index: number) =>
  ({
    cptLicensed: false,
    provider: {
      organizationName: 'Lakeside Health Sample Group',
      npi: index === 0 ? '1999999984' : npiOf(index, 99_999),
      taxonomy: '207Q00000X',
      taxId: { kind: 'ein', number: '999999999' },
      address: { line1: '100 Sample Avenue', line2: null, city: 'Exampleville', state: 'OH', postalCode: '430040001' },
    },
  }) as const

/** A health system with its people signed in, who need the server's HTTP from `begin` on. */
export const createOrganization = async (server: ComposedServer, parts: OrganizationParts) => {
  const { id: organizationId } = await registerOrganization(server, {
    ...(parts.partneredId !== undefined && { id: parts.partneredId, billing: billingOf(parts.index) }),
    organization: {
      name: 'Lakeside Health (fictional)',
      region: 'us',
      zone: 'America/New_York',
      languages: ['en', 'es'],
      brand: { name: 'Lakeside Health', accentColor: '#0a6b70' },
      contact: { phone: '614 555 0100', emergencyNumber: '911', crisisLine: '988' },
      videoVendor: 'peer',
    },
    issuers: [],
    clients: [{ clientId: clientIdOf(parts.index), name: 'Bench', grants: ['client_credentials'], origins: [] }],
    packs: { specialties: 'all', consentTextsReviewedBy: 'Nobody (fictional)' },
  })
  const people = createPeople(server, organizationId, parts.index, clientIdOf(parts.index))
  const practitioners = await people.addPractitioners(parts.practitioners, parts.hours)
  const patients = await people.addPatients(
    parts.patients,
    parts.partneredId === undefined ? null : await people.payerNamed('Lakeside Mutual Health'),
  )
  return {
    organizationId,
    people,
    /** `url`: of the server, which must listen. */
    begin: async (url: string): Promise<OrganizationReady> => ({
      organizationId,
      visitTypeId:
        parts.visitType === undefined ? await people.addVisitType(url) : await people.visitTypeId(parts.visitType),
      practitioners,
      patients,
      billers: await people.addBillers(billersOf(parts)),
    }),
    /** Whether everything that was billed is posted, and adds up. */
    billedState: async (claimIds: readonly string[]): Promise<Omit<BilledState, 'parkedEvents'>> => {
      const db = server.platform.database.reader({ domain: 'billing', organizationId })
      const { rows: postings } = await sql<{ count: number }>`
        select count(*)::integer as count from billing.postings
        where claim_id = any(${claimIds}::uuid[]) and reversed_by is null`.execute(db)
      const { rows: accounts } = await sql<{ count: number }>`
        select count(*)::integer as count from billing.accounts as account
        join (select patient_id, sum(insurance_cents) as insurance, sum(patient_cents) as patient
          from billing.entries group by patient_id) as entry on entry.patient_id = account.id
        where entry.insurance <> account.insurance_cents or entry.patient <> account.patient_cents`.execute(db)
      return { posted: postings[0]?.count ?? 0, unbalanced: accounts[0]?.count ?? 0 }
    },
  }
}

const clientIdOf = (index: number): string => (index === 0 ? 'bench' : `bench-${index}`)
