import type { HashedRow } from '../chain.ts'
import { concept, identified, profiles, shapeOf, terminology, urn, type Shape } from './audit-event-shapes.ts'
import type { RowReferences } from './row-references.ts'
import type { Agent, AuditEvent, Entity, Who } from './audit-event-types.ts'

const outcomes = { done: '0', refused: '4', failed: '8' } as const

/** The profile of IHE BALP; null for what has none: a failure, an operation, and a delete or a disclosure without a patient. */
const profileOf = ({ profile }: Shape, { patientId, outcome, action }: HashedRow): string | null => {
  if (profile === null || outcome !== 'done') return null
  if (action === 'export') return patientId === null ? null : `IHE.BasicAudit.${profile}`
  if (action === 'delete') return patientId === null ? null : 'ITI.BasicAudit.PatientDelete'
  return `IHE.BasicAudit.${patientId === null ? '' : 'Patient'}${profile}`
}

export const patientEntity = (patientId: string): Entity => ({
  what: { reference: `Patient/${patientId}` },
  type: { system: `${terminology}/audit-entity-type`, code: '1' },
  role: { system: `${terminology}/object-role`, code: '1' },
})

/** The query has no free text. A row of before queries were recorded has its operation. */
const dataEntity = (row: HashedRow, { query }: KnownOfRow): Entity => {
  const type = { system: `${terminology}/audit-entity-type`, code: '2' }
  if (row.action === 'search')
    return {
      type,
      role: { system: `${terminology}/object-role`, code: '24' },
      query: Buffer.from(query ?? row.operation).toString('base64'),
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

/** `address`: of the server, as its clients know it. */
export interface AuditEventServer {
  readonly address: string
}

/** What earlier rows say about this one. `clientAddress` is absent if it is not opened, or was erased with the patient. */
export interface KnownOfRow extends Pick<RowReferences, 'tokenId' | 'query'> {
  readonly clientAddress?: string
}

/** Without an address the network of a client is its application. */
export const clientAgent = (
  { clientId }: HashedRow,
  { clientAddress }: KnownOfRow,
  type: Agent['type'],
  requestor: boolean,
): Agent => ({
  type,
  who: identified('client', clientId),
  requestor,
  network:
    clientAddress === undefined
      ? { address: `${urn}:client:${clientId}`, type: '5' }
      : { address: clientAddress, type: '2' },
})

/** Of the profiles of OAuth: the agent that a token stands for, and the form of the token's id (RFC 3553). */
const tokenAgent = { system: `${profiles}/CodeSystem/UserAgentTypes`, code: 'UserOauthAgent' }
const tokenUrn = (tokenId: string): string => `urn:ietf:params:oauth:jti:${tokenId}`
export const tokenEntityType = tokenAgent
export const tokenIdentifier = (tokenId: string): Who => ({ identifier: { value: tokenUrn(tokenId) } })

/** One row of the ledger as a FHIR R4 AuditEvent, by the Basic Audit Log Patterns of IHE (1.1). */
export const auditEventOf = (row: HashedRow, { address }: AuditEventServer, known: KnownOfRow = {}): AuditEvent => {
  const { tokenId } = known
  const shape = shapeOf(row.action)
  const profile = profileOf(shape, row)
  const server = identified('server', address)
  const isPerson = row.actorKind !== 'system'
  const purpose = concept(`${terminology}/v3-ActReason`, row.purpose)
  const isDelete = row.action === 'delete'
  return {
    resourceType: 'AuditEvent',
    id: row.id,
    ...(profile !== null && {
      meta: {
        profile: [
          profile,
          ...(tokenId === undefined || !isPerson ? [] : ['IHE.BasicAudit.OAUTHaccessTokenUse.Minimal']),
        ].map((name) => `${profiles}/StructureDefinition/${name}`),
      },
    }),
    type: shape.type,
    subtype: [shape.subtype],
    action: shape.action,
    recorded: new Date(row.at).toISOString(),
    outcome: outcomes[row.outcome],
    ...(row.refusal !== null && { outcomeDesc: row.refusal }),
    purposeOfEvent: [purpose],
    agent: [
      clientAgent(row, known, shape.client, !isPerson),
      { type: shape.server, who: server, requestor: false, network: { address, type: '5' } },
      ...(isPerson
        ? [
            {
              // Both profiles look for their user by a type.
              type: { coding: [...shape.user.coding, ...(tokenId === undefined ? [] : [tokenAgent])] },
              who: identified(`person:${row.actorKind}`, row.actorId),
              requestor: true,
              role: [concept(`${urn}:role`, row.actorRole)],
              purposeOfUse: [purpose],
              ...(tokenId !== undefined && { policy: [tokenUrn(tokenId)] }),
            },
          ]
        : []),
    ],
    source: { observer: server, type: [{ system: `${terminology}/security-source-type`, code: '4' }] },
    entity: [
      ...(row.patientId === null ? [] : [patientEntity(row.patientId)]),
      dataEntity(row, known),
      // The profile of a delete permits no third entity.
      ...(isDelete ? [] : [transactionEntity(row)]),
    ],
  }
}
