import type { AnyKysely } from '../contracts/database.ts'
import type { SealedPlace, Vault } from '../contracts/vault.ts'
import { hashForIndex } from './blind-index.ts'
import type { KeyProvider } from './key-provider.ts'
import { KeyRing, keyOf } from './key-ring.ts'
import { openBytes, sealBytes, sealedVersion } from './record-cipher.ts'

/** The vault as the platform and the privacy domain hold it. */
export interface PlatformVault extends Vault {
  /**
   * Erases a patient beyond recovery by removing their data keys (crypto-shredding), inside the transaction that records why. The
   * role needs `grantErasure`. Reading or writing them afterwards is refused with `record_erased`; another process may open what it has
   * read lately for up to five minutes.
   */
  erase(tx: AnyKysely, organizationId: string, patientId: string): Promise<void>
}

export const createVault = (provider: KeyProvider): PlatformVault => {
  const ring = new KeyRing(provider)
  return {
    seal: async (db, place, value) => {
      const key = await ring.dataKey(db, place.organizationId, place.patientId)
      return sealBytes(keyOf(key, key.current), key.current, boundPlace(place), Buffer.from(JSON.stringify(value)))
    },
    open: async (db, access, place, sealed) => {
      // Before anything is opened: what the caller may not see is refused, and what is seen cannot be left out of the audit.
      if (place.patientId !== null) access.touch(place.patientId)
      const version = sealedVersion(sealed)
      let key = await ring.dataKey(db, place.organizationId, place.patientId)
      if (!key.byVersion.has(version)) key = await ring.reloadDataKey(db, place.organizationId, place.patientId)
      return JSON.parse(openBytes(keyOf(key, version), boundPlace(place), sealed).toString())
    },
    blindIndex: async (db, organizationId, index, value) =>
      hashForIndex(await ring.indexKey(db, organizationId), index, value),
    erase: (tx, organizationId, patientId) => ring.erase(tx, organizationId, patientId),
  }
}

/** The patient is bound by the key itself. */
const boundPlace = ({ organizationId, table, rowId }: SealedPlace): string => `${organizationId}|${table}|${rowId}`
