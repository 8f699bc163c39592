import { sign, verify, type KeyObject } from 'node:crypto'

/** What is given for an erasure. No person but ids. */
export interface ErasureCertificate {
  readonly kind: 'visitkit erasure'
  readonly id: string
  readonly organizationId: string
  readonly patientId: string
  readonly basis: string
  /** Null: the schedule of the organization found it due. */
  readonly requestedBy: string | null
  readonly approvedBy: string
  readonly erasedAt: string
  /** Versions of the patient's data key that were deleted. */
  readonly keys: number
}

export interface SignedCertificate {
  /** JSON, exactly as it was signed. */
  readonly text: string
  /** Ed25519, base64. */
  readonly signature: string
}

export const signCertificate = (certificate: ErasureCertificate, key: KeyObject): SignedCertificate => {
  const text = JSON.stringify(certificate)
  return { text, signature: sign(null, Buffer.from(text), key).toString('base64') }
}

export const isGenuine = ({ text, signature }: SignedCertificate, publicKey: KeyObject): boolean =>
  verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
