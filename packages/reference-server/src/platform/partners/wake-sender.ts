import type { Vault } from '../contracts/vault.ts'
import type { AskedTransmission, PermittedTransmission } from './permit-transmission.ts'
import type { HandedTransmission } from './transmission-store.ts'

/** A stored transmission, which the sender need not query. */
export interface StoredTransmission {
  readonly kind: string
  readonly dueAt: Date
}

/** The sender of a schema in this process. */
export interface Sender {
  /** Whether a transmission may be sent (42 CFR part 2). */
  permit(organizationId: string, transmission: AskedTransmission, now: Date): Promise<PermittedTransmission>
  /** Called after every commit that stored a transmission. */
  wake(organizationId: string, stored: StoredTransmission): void
  /**
   * How long a transmission that is stored now may be claimed for this process, so that nothing has to claim it later. Null if this process
   * does not send at the moment, or is busy.
   */
  leaseFor(kind: string, now: Date): Date | null
  /** Called after the commit that stored a transmission as claimed for this process. */
  take(organizationId: string, handed: HandedTransmission): void
}

/** By vault, of which each server in a process has one, then by schema. */
const senders = new WeakMap<Vault, Map<string, Sender>>()

export const registerSender = (vault: Vault, schema: string, sender: Sender): void => {
  const bySchema = senders.get(vault) ?? new Map<string, Sender>()
  senders.set(vault, bySchema.set(schema, sender))
}

export const senderOf = (vault: Vault, schema: string): Sender | undefined => senders.get(vault)?.get(schema)
