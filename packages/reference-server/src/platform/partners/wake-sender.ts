import type { Vault } from '../contracts/vault.ts'

/** A stored transmission, which the sender need not query. */
export interface StoredTransmission {
  readonly kind: string
  readonly dueAt: Date
}
type Wake = (organizationId: string, stored: StoredTransmission) => void

/** By vault, of which each server in a process has one, then by schema. */
const wakers = new WeakMap<Vault, Map<string, Wake>>()

/** Calls `wake` after every commit that stored a transmission of this schema in this process. */
export const onTransmissionStored = (vault: Vault, schema: string, wake: Wake): void => {
  const bySchema = wakers.get(vault) ?? new Map<string, Wake>()
  wakers.set(vault, bySchema.set(schema, wake))
}

/** Call after the commit that stored a transmission. */
export const wakeSender = (vault: Vault, schema: string, organizationId: string, stored: StoredTransmission): void =>
  wakers.get(vault)?.get(schema)?.(organizationId, stored)
