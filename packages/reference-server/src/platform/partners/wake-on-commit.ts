import { currentTransaction } from '../database/pool/transaction-context.ts'
import type { Vault } from '../contracts/vault.ts'

/** What was stored, and so need not be looked for. */
export interface StoredTransmission {
  readonly kind: string
  readonly dueAt: Date
}
type Wake = (organizationId: string, stored: StoredTransmission) => void

/** By the vault, of which each server of a process has one, then by schema. */
const sleepers = new WeakMap<Vault, Map<string, Wake>>()

/** Has `wake` called after every commit that stored a transmission of this schema in this process. */
export const onTransmissionStored = (vault: Vault, schema: string, wake: Wake): void => {
  const bySchema = sleepers.get(vault) ?? new Map<string, Wake>()
  sleepers.set(vault, bySchema.set(schema, wake))
}

/** Call inside the transaction that stores a transmission. One that rolls back wakes nobody. */
export const wakeOnCommit = (vault: Vault, schema: string, organizationId: string, stored: StoredTransmission): void =>
  currentTransaction()?.onCommit(() => sleepers.get(vault)?.get(schema)?.(organizationId, stored))
