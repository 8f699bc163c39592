import { systemAccess } from '../system/system-access.ts'
import type { RequestContext } from '../contracts/context.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { BoundTransmissionHandler, Transmission } from './transmission.ts'

/**
 * The audit rows of a finished transmission: one for the disclosure (45 CFR 164.528), and one for each other patient whose information
 * was decrypted to conclude it. `failed`: it was given up, and may have arrived. If nothing was sent (`disclosed` is false), the row
 * records the decryption.
 */
export const disclosureRows = (
  context: Pick<RequestContext, 'caller' | 'requestId' | 'access' | 'now'>,
  transmission: Pick<Transmission, 'id' | 'subjectId' | 'patientId'>,
  audit: BoundTransmissionHandler['audit'],
  outcome: 'done' | 'failed',
  disclosed: boolean,
  /** The consent of 42 CFR part 2 that went with it. */
  consentId: string | null = null,
): AccessRow[] => {
  const row = (
    patientId: string | null,
    action: AccessRow['action'],
    of: Pick<AccessRow, 'entity' | 'entityId'> = { entity: audit.entity, entityId: transmission.subjectId },
  ): AccessRow =>
    systemAccess(context, {
      action,
      ...of,
      patientId,
      outcome,
      because: audit.because,
      purpose: audit.purpose ?? 'HOPERAT',
    })
  const others = [...context.access.touched].filter((patientId) => patientId !== transmission.patientId)
  return [
    row(transmission.patientId, disclosed ? 'export' : 'execute'),
    // The scope of the consent was disclosed too. The accounting finds it by the id of the request.
    ...(disclosed && consentId !== null
      ? [row(transmission.patientId, 'export', { entity: 'Consent', entityId: consentId })]
      : []),
    ...others.map((patientId) => row(patientId, 'execute')),
  ]
}
