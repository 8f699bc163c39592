import type { AnyKysely } from '../contracts/database.ts'
import type { SealContext, Vault } from '../contracts/vault.ts'
import type { Access } from '../contracts/access.ts'
import { Problem } from '../problems/problem.ts'
import { hashForIndex } from './blind-index.ts'
import { compressRecord, decompressRecord } from './compress-record.ts'
import type { KeyProvider } from './key-provider.ts'
import { KeyRing, keyOf } from './key-ring.ts'
import { isCompressed, openBytes, sealBytes, sealedVersion } from './record-cipher.ts'

/** The vault as the platform and the privacy domain use it. */
export interface PlatformVault extends Vault {
  /**
   * Erases a patient beyond recovery by deleting their data keys (crypto-shredding), inside the transaction that records why. The role
   * needs `grantErasure`. Reading or writing that patient afterwards is refused with `record_erased`. Another process may decrypt with a
   * cached key for up to five minutes.
   */
  erase(tx: AnyKysely, organizationId: string, patientId: string): Promise<void>
  /** After a change with `eraseKeys`: this process has no key of the patient in memory. */
  forget(organizationId: string, patientId: string): void
}

export const createVault = (provider: KeyProvider): PlatformVault => {
  const ring = new KeyRing(provider)
  return {
    seal: async (db, sealContext, value) => {
      const key = await ring.dataKey(db, sealContext.organizationId, sealContext.patientId)
      const text = Buffer.from(JSON.stringify(value))
      const compressed = compressRecord(text)
      return sealBytes(
        keyOf(key, key.current),
        key.current,
        additionalDataOf(sealContext),
        compressed ?? text,
        compressed !== null,
      )
    },
    open: async (db, access, sealContext, sealed) => {
      const { organizationId, patientId } = sealContext
      const version = sealedVersion(sealed)
      const key = await accessedBy(access, patientId, async () => {
        const known = await ring.dataKey(db, organizationId, patientId)
        return known.byVersion.has(version) ? known : ring.reloadDataKey(db, organizationId, patientId)
      })
      const opened = openBytes(keyOf(key, version), additionalDataOf(sealContext), sealed)
      return JSON.parse((isCompressed(sealed) ? decompressRecord(opened) : opened).toString())
    },
    blindIndex: async (db, organizationId, index, value) =>
      hashForIndex(await ring.indexKey(db, organizationId), index, value),
    erase: (tx, organizationId, patientId) => ring.erase(tx, organizationId, patientId),
    forget: (organizationId, patientId) => ring.forget(organizationId, patientId),
  }
}

/**
 * Before anything is decrypted: refuses a patient beyond the caller's reach, and ensures that the audit names the patient. An erased
 * patient is no longer accessed: a list can leave that patient out.
 */
const accessedBy = async <Key>(access: Access, patientId: string | null, load: () => Promise<Key>): Promise<Key> => {
  if (patientId === null) return load()
  const isFirst = !access.touched.has(patientId)
  access.touch(patientId)
  try {
    const key = await load()
    // Another reader of this patient may have found the record erased in the meantime.
    access.touch(patientId)
    return key
  } catch (error) {
    if (isFirst && error instanceof Problem && error.code === 'record_erased') access.forget(patientId)
    throw error
  }
}

/** The patient is bound by the key itself. */
const additionalDataOf = ({ organizationId, table, rowId }: SealContext): string =>
  `${organizationId}|${table}|${rowId}`
