import { generateKeyPairSync, sign } from 'node:crypto'
import type { components } from '@visitkit/contract'
import {
  startTestServer,
  type SignedInClient,
  type TestAnswer,
  type TestServer,
} from '../../../platform/http/tests/testing.ts'
import type { Caller } from '../../../platform/contracts/caller.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import { directoryFor, foundLakeside } from '../../directory/tests/testing.ts'
import {
  createConsentDomain,
  loadConsentPack,
  publishStarterTexts,
  type ConsentPorts,
  type ConsentProvides,
  type ConsentPurpose,
  type ConsentStanding,
  type DecisionInForce,
} from '../index.ts'

type Schemas = components['schemas']
type Document = Schemas['ConsentDocument']

const pack = await loadConsentPack()

/** A text of the pack as an administrator would publish it. */
export const starter = (purpose: ConsentPurpose, language: string) => {
  const found = pack.starterTexts.find((text) => text.purpose === purpose && text.language === language)
  if (!found) throw new Error(`The pack has no ${language} text for ${purpose}.`)
  return { ...found, sections: [...found.sections], material: true }
}

/** A server with directory and consent, an organization and the starter texts. */
export interface ConsentWorld {
  readonly server: TestServer
  readonly admin: SignedInClient
  readonly signer: { readonly publicKey: string }
  /** The newest text on a purpose. */
  current(purpose: string, language?: string): Promise<Document>
  /** A signed yes to all of a document, but for what `given` says. */
  decisionOn(document: Document, given?: object): object
  decide(by: SignedInClient, patientId: string, purpose: string, given?: object): Promise<TestAnswer>
  /** What other domains are told. */
  standing(caller: Caller, patientId: string, purpose: ConsentPurpose): Promise<ConsentStanding | undefined>
  /** What other domains are told of an instant in the past. */
  inForceAt(caller: Caller, patientId: string, purpose: ConsentPurpose, at: Date): Promise<DecisionInForce | null>
  /** The first of what the patient still has to decide. */
  requirement(by: SignedInClient, patientId: string, query?: string): Promise<Schemas['ConsentRequirement']>
}

export const startConsentWorld = async (engine: 'pglite' | 'postgres'): Promise<ConsentWorld> => {
  const signer = testSigner()
  let provides: ConsentProvides | null = null
  const server = await startTestServer({
    engine,
    now: '2026-11-25T15:00:00Z',
    modules: (platform) => {
      const directory = directoryFor(platform)
      const consent = createConsentDomain({
        database: platform.database,
        ports: { directory: directory.provides, signer },
        pack,
      })
      provides = consent.provides
      return [directory, consent]
    },
  })
  await foundLakeside(server)
  await server.keep('consent', (keeping) =>
    publishStarterTexts(keeping, pack, { reviewedBy: 'Quinn Reviewer (sample)' }),
  )
  const admin = await server.as('administrator')

  const current: ConsentWorld['current'] = async (purpose, language = 'en') =>
    (await admin.get(`/v1/consent-documents?purpose=${purpose}&language=${language}`)).body.items[0]
  const decisionOn: ConsentWorld['decisionOn'] = (document, given = {}) => ({
    documentId: document.id,
    version: document.version,
    language: document.language,
    contentHash: document.contentHash,
    sectionsSeen: document.sections.map(({ id }) => id),
    decision: 'granted',
    signature: { kind: 'typed', name: 'Pat Canarysigned' },
    zone: 'America/New_York',
    ...given,
  })
  return {
    server,
    admin,
    signer,
    current,
    decisionOn,
    decide: async (by, patientId, purpose, given) =>
      by.post(`/v1/patients/${patientId}/consents`, decisionOn(await current(purpose), given)),
    standing: async (caller, patientId, purpose) => {
      // `current` looks at the caller alone.
      const standings = await provides?.current({ caller } as Reading, patientId, [purpose])
      return standings?.get(purpose)
    },
    inForceAt: async (caller, patientId, purpose, at) =>
      provides?.inForceAt({ caller } as Reading, patientId, purpose, at) ?? null,
    requirement: async (by, patientId, query = 'purposes=recording') => {
      const { status, body } = await by.get(`/v1/patients/${patientId}/consent-requirements?${query}`)
      if (status !== 200) throw new Error(`The requirements were refused with ${body.code}.`)
      return body.items[0]
    },
  }
}

/** A key of the test's own, as a key service would hold it. */
export const testSigner = (): ConsentPorts['signer'] & { readonly publicKey: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return {
    publicKey: raw.toString('base64url'),
    sign: async (bytes) => ({ signature: sign(null, bytes, privateKey), keyId: 'test-key', publicKey: raw }),
  }
}
