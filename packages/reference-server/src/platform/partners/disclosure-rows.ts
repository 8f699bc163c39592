import { newId } from '../database/new-id.ts'
import type { AccessRow, Situation } from '../seams.ts'
import type { BoundTransmissionHandler, Transmission } from './transmission.ts'

/**
 * What the audit says of a transmission that is over: one row for the disclosure (45 CFR 164.528), and one for everyone else whose
 * information was opened to settle it. `failed`: it was given up, and may have
 * arrived. When nothing left (`disclosed` is false) the row says that the information was opened.
 */
export const disclosureRows = (
  { caller, access, now }: Pick<Situation, 'caller' | 'access' | 'now'>,
  transmission: Pick<Transmission, 'id' | 'subjectId' | 'patientId'>,
  audit: BoundTransmissionHandler['audit'],
  outcome: 'done' | 'failed',
  disclosed: boolean,
): AccessRow[] => {
  const row = (patientId: string | null, action: AccessRow['action']): AccessRow => ({
    id: newId(),
    organizationId: caller.organizationId,
    at: now,
    requestId: transmission.id,
    operation: caller.personId,
    action,
    entity: audit.entity,
    entityId: transmission.subjectId,
    patientId,
    outcome,
    refusal: null,
    because: audit.because,
    actorKind: caller.kind,
    actorId: caller.personId,
    actorRole: 'system',
    sessionId: caller.sessionId,
    clientId: caller.clientId,
    purpose: audit.purpose ?? 'HOPERAT',
  })
  const others = [...access.touched].filter((patientId) => patientId !== transmission.patientId)
  return [
    row(transmission.patientId, disclosed ? 'export' : 'execute'),
    ...others.map((patientId) => row(patientId, 'execute')),
  ]
}
