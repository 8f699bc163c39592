import type { KeyObject } from 'node:crypto'
import type { Config } from '../config.ts'
import type { CompliancePorts } from '../domains/compliance/index.ts'
import { loadOrCreateSigningKey } from '../platform/audit/signing-key.ts'
import type { PlatformVault } from '../platform/vault/create-vault.ts'
import { appendErasedKeys } from '../platform/vault/erased-keys.ts'
import { signCertificate } from '../platform/vault/erasure-certificate.ts'

/** What an erasure leaves outside the database, with the key of the ledger. */
export const composeErasures = (
  { keyFolder, erasureFile }: Pick<Config, 'keyFolder' | 'erasureFile'>,
  vault: Pick<PlatformVault, 'forget'>,
): CompliancePorts['erasures'] => {
  let loading: Promise<KeyObject> | null = null
  const key = (): Promise<KeyObject> => (loading ??= loadOrCreateSigningKey(keyFolder))
  return {
    list: async (erased) => appendErasedKeys(erasureFile, await key(), erased),
    sign: async (certificate) => signCertificate(certificate, await key()),
    forget: (organizationId, patientId) => vault.forget(organizationId, patientId),
  }
}
