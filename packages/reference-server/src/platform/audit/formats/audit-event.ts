import type { HashedRow } from '../chain.ts'

/** A FHIR R4 AuditEvent, as far as the ledger fills it. */
export interface AuditEvent {
  readonly resourceType: 'AuditEvent'
  readonly id: string
  readonly meta?: { readonly profile: readonly string[] }
  readonly type: Coding
  readonly subtype: readonly Coding[]
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E'
  readonly recorded: string
  readonly outcome: '0' | '4' | '8'
  readonly outcomeDesc?: string
  readonly purposeOfEvent: readonly Concept[]
  readonly agent: readonly Agent[]
  readonly source: { readonly observer: Who; readonly type: readonly Coding[] }
  readonly entity: readonly Entity[]
}

interface Coding {
  readonly system: string
  readonly code: string
}
interface Concept {
  readonly coding: readonly Coding[]
}
interface Who {
  readonly identifier: { readonly system: string; readonly value: string }
}
interface Agent {
  readonly type: Concept
  readonly who: Who
  readonly requestor: boolean
  readonly role?: readonly Concept[]
  readonly purposeOfUse?: readonly Concept[]
  readonly network?: { readonly address: string; readonly type: '5' }
}
interface Entity {
  readonly what?: Who | { readonly reference: string }
  readonly type: Coding
  readonly role?: Coding
  readonly detail?: readonly { readonly type: string; readonly valueString: string }[]
  /** Base64. */
  readonly query?: string
}

const terminology = 'http://terminology.hl7.org/CodeSystem'
const dicom = 'http://dicom.nema.org/resources/ontology/DCM'
const profiles = 'https://profiles.ihe.net/ITI/BALP'
const urn = 'urn:visitkit'

const concept = (system: string, code: string): Concept => ({ coding: [{ system, code }] })
const identified = (kind: string, value: string): Who => ({ identifier: { system: `${urn}:${kind}`, value } })

const interaction = (code: string): Coding => ({ system: 'http://hl7.org/fhir/restful-interaction', code })
const rest: Coding = { system: `${terminology}/audit-event-type`, code: 'rest' }

/** Which role the client and the server have. A trap of the profiles: for a read the client is the destination, for all others the source. */
interface Shape {
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

const shapeOf = (action: HashedRow['action']): Shape => shapes[action === 'print' ? 'read' : action]

const outcomes = { done: '0', refused: '4', failed: '8' } as const

/** The profile of IHE BALP; null for what has none: a failure, an operation, and a delete or a disclosure without a patient. */
const profileOf = ({ profile }: Shape, { patientId, outcome, action }: HashedRow): string | null => {
  if (profile === null || outcome !== 'done') return null
  if (action === 'export') return patientId === null ? null : `IHE.BasicAudit.${profile}`
  if (action === 'delete') return patientId === null ? null : 'ITI.BasicAudit.PatientDelete'
  return `IHE.BasicAudit.${patientId === null ? '' : 'Patient'}${profile}`
}

const patientEntity = (patientId: string): Entity => ({
  what: { reference: `Patient/${patientId}` },
  type: { system: `${terminology}/audit-entity-type`, code: '1' },
  role: { system: `${terminology}/object-role`, code: '1' },
})

/** The query is not in the ledger, because it may name a patient: its operation is. */
const dataEntity = (row: HashedRow): Entity => {
  const type = { system: `${terminology}/audit-entity-type`, code: '2' }
  if (row.action === 'search')
    return {
      type,
      role: { system: `${terminology}/object-role`, code: '24' },
      query: Buffer.from(row.operation).toString('base64'),
    }
  const details = [
    ...[['operation', row.operation] as const, ['reason', row.because] as const],
    ...(row.onBehalfOf == null ? [] : [['on-behalf-of', row.onBehalfOf] as const]),
  ]
  return {
    what: identified(`entity:${row.entity}`, row.entityId ?? row.operation),
    type,
    role: { system: `${terminology}/object-role`, code: row.action === 'export' ? '3' : '4' },
    ...(row.action !== 'delete' && {
      detail: details.map(([name, valueString]) => ({ type: name, valueString })),
    }),
  }
}

const transactionEntity = ({ requestId }: HashedRow): Entity => ({
  what: identified('request', requestId),
  type: { system: `${profiles}/CodeSystem/BasicAuditEntityType`, code: 'XrequestId' },
})

/** `address`: of the server, as its clients know it. Addresses of clients are not in the ledger: their network is the application. */
export interface AuditEventServer {
  readonly address: string
}

/** One row of the ledger as a FHIR R4 AuditEvent, by the Basic Audit Log Patterns of IHE (1.1). */
export const auditEventOf = (row: HashedRow, { address }: AuditEventServer): AuditEvent => {
  const shape = shapeOf(row.action)
  const profile = profileOf(shape, row)
  const server = identified('server', address)
  const isPerson = row.actorKind !== 'system'
  const purpose = concept(`${terminology}/v3-ActReason`, row.purpose)
  const isDelete = row.action === 'delete'
  return {
    resourceType: 'AuditEvent',
    id: row.id,
    ...(profile !== null && { meta: { profile: [`${profiles}/StructureDefinition/${profile}`] } }),
    type: shape.type,
    subtype: [shape.subtype],
    action: shape.action,
    recorded: new Date(row.at).toISOString(),
    outcome: outcomes[row.outcome],
    ...(row.refusal !== null && { outcomeDesc: row.refusal }),
    purposeOfEvent: [purpose],
    agent: [
      {
        type: shape.client,
        who: identified('client', row.clientId),
        requestor: !isPerson,
        network: { address: `${urn}:client:${row.clientId}`, type: '5' },
      },
      { type: shape.server, who: server, requestor: false, network: { address, type: '5' } },
      ...(isPerson
        ? [
            {
              type: shape.user,
              who: identified(`person:${row.actorKind}`, row.actorId),
              requestor: true,
              role: [concept(`${urn}:role`, row.actorRole)],
              purposeOfUse: [purpose],
            },
          ]
        : []),
    ],
    source: { observer: server, type: [{ system: `${terminology}/security-source-type`, code: '4' }] },
    entity: [
      ...(row.patientId === null ? [] : [patientEntity(row.patientId)]),
      dataEntity(row),
      // The profile of a delete permits no third entity.
      ...(isDelete ? [] : [transactionEntity(row)]),
    ],
  }
}
