import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { components } from '@visitkit/contract'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/testing.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import { loadSpecialtyPacks } from '../../scheduling/index.ts'
import { startHospital, type Booking, type Person, type TestHospital } from '../../visits/tests/testing.ts'
import {
  createDocumentationDomain,
  loadDiagnoses,
  loadNoteTemplates,
  type DocumentationDeps,
  type DocumentationPorts,
  type DocumentationProvides,
} from '../index.ts'

type Schemas = components['schemas']

/** A hospital where visits are held and documented, over HTTP. */
export interface DocumentingHospital extends TestHospital {
  readonly documentation: DocumentationProvides
  /** A practitioner who is a member with a name of their own. */
  addClinician(): Promise<Person>
  /** Checked in and let in; the practitioner's client. */
  admitted(patient: Person, practitioner: Person, booking?: Booking): Promise<Schemas['Visit']>
  /** Over, and everything that follows from that has run. */
  ended(patient: Person, practitioner: Person, booking?: Booking): Promise<Schemas['Visit']>
  end(practitioner: Person, visitId: string): Promise<void>
  /** How another domain would ask, as this caller. */
  readingOf(client: SignedInClient): Reading
}

/** What a practitioner would save to sign it next. */
export const complete = (note: Schemas['Note'], more: Partial<Schemas['SaveNote']> = {}): Schemas['SaveNote'] => ({
  sections: note.sections.map(({ code, text }) => ({ code, text: text === '' ? `Text of ${code}.` : text })),
  diagnoses: [{ code: 'I10' }],
  vitals: [{ loinc: '8867-4', value: 72, unit: '/min', source: 'patient-reported' }],
  services: [{ codeSystem: 'HCPCS', code: 'G2012', units: 1, diagnosisPointers: [1] }],
  version: note.version,
  ...more,
})

/** A key of the test's own, as a key service would hold it. */
const testSigner = (): DocumentationPorts['signer'] => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    sign: async (bytes) => ({ signature: sign(null, bytes, privateKey), keyId: idOf(raw), publicKey: raw }),
    isTrusted: async (key) => Buffer.compare(key, raw) === 0,
  }
}
const idOf = (key: Uint8Array): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

const [shippedTemplates, diagnoses] = await Promise.all([loadNoteTemplates(), loadDiagnoses()])

const expectStatus = async (answer: Promise<{ status: number; body: unknown }>, status: number) => {
  const given = await answer
  if (given.status !== status)
    throw new Error(`expected ${status}, was answered ${given.status}: ${JSON.stringify(given.body)}`)
  // oxlint-disable-next-line typescript/no-explicit-any -- as the test client types its answers
  return given.body as any
}

export const startDocumentingHospital = async (
  engine: 'pglite' | 'postgres',
  {
    specialties = loadSpecialtyPacks('2026-11-24'),
    templates = shippedTemplates,
  }: Partial<Pick<DocumentationDeps, 'specialties' | 'templates'>> = {},
): Promise<DocumentingHospital> => {
  let documentation: DocumentationProvides | undefined
  const hospital = await startHospital(engine, undefined, ({ database }, upstream) => {
    const domain = createDocumentationDomain({
      database,
      ports: { ...upstream, signer: testSigner() },
      templates,
      diagnoses,
      specialties,
    })
    documentation = domain.provides
    return [domain]
  })
  const { server } = hospital
  const admitted: DocumentingHospital['admitted'] = async (patient, practitioner, booking) => {
    const visit = await hospital.checkedIn(patient, practitioner, booking)
    const client = await hospital.signIn(practitioner)
    return expectStatus(client.post(`/v1/visits/${visit.id}/admit`), 200)
  }
  const end: DocumentingHospital['end'] = async (practitioner, visitId) => {
    const client = await hospital.signIn(practitioner)
    await expectStatus(client.post(`/v1/visits/${visitId}/end`, { outcome: 'completed' }), 200)
    await server.settle()
  }
  let members = 0
  return {
    ...hospital,
    documentation: documentation!,
    addClinician: async () => {
      const practitioner = await hospital.addPractitioner()
      const administrator = await server.as('administrator')
      members += 1
      const member = await expectStatus(
        administrator.post('/v1/members', {
          displayName: `Dr. Casey Example ${members}`,
          email: `casey.${members}@lakeside.example`,
          roles: ['practitioner'],
        }),
        201,
      )
      return { ...practitioner, personId: member.id }
    },
    admitted,
    end,
    ended: async (patient, practitioner, booking) => {
      const visit = await admitted(patient, practitioner, booking)
      await end(practitioner, visit.id)
      return visit
    },
    readingOf: ({ caller }) => ({
      caller,
      access: createAccess(caller, 'organization'),
      vault: server.platform.vault,
      db: server.platform.database.reader({ domain: 'documentation', organizationId: caller.organizationId }),
      now: server.clock.now(),
      requestId: newId(),
      newId: () => newId(),
    }),
  }
}
