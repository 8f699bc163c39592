import type { SealContext } from '../contracts/vault.ts'

/**
 * What a sealed address is bound to: its session. That of a patient has the patient's key, so that erasing the record erases it from the
 * ledger too, whose rows stay as they are.
 */
export const addressContext = (organizationId: string, sessionId: string, patientId: string | null): SealContext => ({
  ...{ organizationId, table: 'audit.access_rows', rowId: sessionId, patientId },
})

/** An address is sealed with the key of the patient who acted; of anyone else with that of the organization. */
export const patientOfAddress = (actor: { readonly kind: string; readonly personId: string }): string | null =>
  actor.kind === 'patient' ? actor.personId : null

export interface OriginDetails {
  /** `jti` of the access token. */
  readonly tokenId: string
  readonly sealedAddress: Uint8Array
}

/** The details of an origin, as its first row has them. Without an address if none could be sealed. */
export const parseOriginDetails = (text: string): Pick<OriginDetails, 'tokenId'> & Partial<OriginDetails> => {
  const [tokenId = '', sealed = ''] = text.split(' ')
  return { tokenId, ...(sealed !== '' && { sealedAddress: Buffer.from(sealed, 'base64url') }) }
}

export const writeOriginDetails = ({ tokenId, sealedAddress }: OriginDetails): string =>
  `${tokenId} ${Buffer.from(sealedAddress).toString('base64url')}`
