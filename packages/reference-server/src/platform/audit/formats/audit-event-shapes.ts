import type { HashedRow } from '../chain.ts'
import type { AuditEvent, Coding, Concept, Who } from './audit-event-types.ts'

export const terminology = 'http://terminology.hl7.org/CodeSystem'
export const dicom = 'http://dicom.nema.org/resources/ontology/DCM'
export const profiles = 'https://profiles.ihe.net/ITI/BALP'
export const urn = 'urn:visitkit'

export const concept = (system: string, code: string): Concept => ({ coding: [{ system, code }] })
export const identified = (kind: string, value: string): Who => ({ identifier: { system: `${urn}:${kind}`, value } })

const interaction = (code: string): Coding => ({ system: 'http://hl7.org/fhir/restful-interaction', code })
const rest: Coding = { system: `${terminology}/audit-event-type`, code: 'rest' }

/** Which role the client and the server have. A trap of the profiles: for a read the client is the destination, for all others the source. */
export interface Shape {
  readonly profile: string | null
  readonly type: Coding
  readonly subtype: Coding
  readonly action: AuditEvent['action']
  readonly client: Concept
  readonly server: Concept
  /** How a person takes part. */
  readonly user: Concept
}

const source = concept(dicom, '110153')
const destination = concept(dicom, '110152')
const recipient = concept(`${terminology}/v3-ParticipationType`, 'IRCP')
const author = concept(`${terminology}/v3-ParticipationType`, 'AUT')

const shapes = {
  read: {
    ...{ profile: 'Read', type: rest, subtype: interaction('read'), action: 'R' },
    ...{ client: destination, server: source, user: recipient },
  },
  search: {
    ...{ profile: 'Query', type: rest, subtype: interaction('search'), action: 'E' },
    ...{ client: source, server: destination, user: recipient },
  },
  create: {
    ...{ profile: 'Create', type: rest, subtype: interaction('create'), action: 'C' },
    ...{ client: source, server: destination, user: author },
  },
  update: {
    ...{ profile: 'Update', type: rest, subtype: interaction('update'), action: 'U' },
    ...{ client: source, server: destination, user: author },
  },
  delete: {
    ...{ profile: 'Delete', type: rest, subtype: interaction('delete'), action: 'D' },
    client: concept(dicom, '110150'),
    server: concept(`${terminology}/provenance-participant-type`, 'custodian'),
    user: author,
  },
  execute: {
    ...{ profile: null, type: rest, subtype: interaction('operation'), action: 'E' },
    ...{ client: source, server: destination, user: author },
  },
  /** What leaves for a partner, an integrator or a file is a disclosure. */
  export: {
    profile: 'PrivacyDisclosure.Source',
    type: { system: dicom, code: '110106' },
    subtype: { system: `${terminology}/iso-21089-lifecycle`, code: 'disclose' },
    action: 'R',
    ...{ client: destination, server: source, user: author },
  },
} as const satisfies Readonly<Record<string, Shape>>

export const shapeOf = (action: HashedRow['action']): Shape => shapes[action === 'print' ? 'read' : action]
