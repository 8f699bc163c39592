import type { HashedRow } from '../chain.ts'
import {
  patientEntity,
  clientAgent,
  tokenEntityType,
  tokenIdentifier,
  type AuditEventServer,
  type KnownOfRow,
} from './audit-event.ts'
import { concept, dicom, identified, profiles, terminology } from './audit-event-shapes.ts'
import type { AuditEvent } from './audit-event-types.ts'

/**
 * The decision by consents that a row was permitted by, as a FHIR R4 AuditEvent of IHE BALP (AuthZconsent); null if no consent decided. The
 * row itself is the event of the act. Its id is that of the row with a suffix, because both are of one row.
 */
export const consentDecisionOf = (
  row: HashedRow,
  { address }: AuditEventServer,
  known: KnownOfRow,
): AuditEvent | null => {
  const { consents, patientId } = row
  if (consents == null || patientId === null) return null
  const server = identified('server', address)
  return {
    resourceType: 'AuditEvent',
    id: `${row.id}-consent`,
    meta: { profile: [`${profiles}/StructureDefinition/IHE.BasicAudit.AuthZconsent`] },
    type: { system: dicom, code: '110113' },
    subtype: [{ system: `${profiles}/CodeSystem/AuthZsubType`, code: 'AuthZ-Consent' }],
    action: 'E',
    recorded: new Date(row.at).toISOString(),
    outcome: '0',
    purposeOfEvent: [concept(`${terminology}/v3-ActReason`, row.purpose)],
    agent: [
      clientAgent(row, known, concept(dicom, '110150'), false),
      {
        type: concept(`${terminology}/v3-ParticipationType`, 'IRCP'),
        who: identified(`person:${row.actorKind}`, row.actorId),
        requestor: true,
        purposeOfUse: [concept(`${terminology}/v3-ActReason`, row.purpose)],
      },
      {
        type: concept(`${terminology}/v3-RoleClass`, 'PROV'),
        who: identified('organization', row.organizationId),
        requestor: false,
      },
      {
        type: concept(`${terminology}/extra-security-role-type`, 'authserver'),
        who: server,
        requestor: false,
      },
    ],
    source: { observer: server, type: [{ system: `${terminology}/security-source-type`, code: '6' }] },
    entity: [
      patientEntity(patientId),
      ...consents.split(' ').map((id) => ({
        what: { reference: `Consent/${id}` },
        type: { system: 'http://hl7.org/fhir/resource-types', code: 'Consent' },
      })),
      ...(known.tokenId === undefined ? [] : [{ what: tokenIdentifier(known.tokenId), type: tokenEntityType }]),
    ],
  }
}
