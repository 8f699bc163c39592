import type { ReadContext } from '../../../platform/contracts/context.ts'
import { addressContext, parseOriginDetails, patientOfAddress } from '../../../platform/audit/client-address.ts'
import { Problem } from '../../../platform/problems/problem.ts'

interface RowOfAddress {
  readonly actorKind: string
  readonly actorId: string
  readonly sessionId: string
  readonly patientId: string | null
  readonly originDetails: string | null
}

/**
 * Opens the network address from which a row came, each once; null for none. That of a patient has the patient's key, and is opened only for a
 * row that names this patient: so whose address is shown is in the ledger. One that was erased with the patient is null.
 */
export const openAddresses = ({ vault, db, access, caller }: ReadContext) => {
  const opened = new Map<string, Promise<string | null>>()
  const open = async (sessionId: string, patientId: string | null, sealed: Uint8Array): Promise<string | null> => {
    try {
      return await vault.open<string>(db, access, addressContext(caller.organizationId, sessionId, patientId), sealed)
    } catch (error) {
      if (error instanceof Problem && error.code === 'record_erased') return null
      throw error
    }
  }
  return ({ actorKind, actorId, sessionId, patientId, originDetails }: RowOfAddress): Promise<string | null> => {
    const sealedAddress = originDetails === null ? undefined : parseOriginDetails(originDetails).sealedAddress
    const holder = patientOfAddress({ kind: actorKind, personId: actorId })
    if (sealedAddress === undefined || (holder !== null && holder !== patientId)) return Promise.resolve(null)
    const key = `${sessionId} ${originDetails}`
    const found = opened.get(key) ?? open(sessionId, holder, sealedAddress)
    opened.set(key, found)
    return found
  }
}
