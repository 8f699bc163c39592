import type { components } from '@visitkit/contract'
import type { ScriptMessage } from './script/script-message.ts'

/**
 * What the server asks of a pharmacy network, whichever it is. The prescriptions domain knows this file and the message model, and no
 * network.
 */

export type Pharmacy = components['schemas']['Pharmacy']

export interface PharmacySearch {
  /** A word of the name, a town or a postal code. */
  readonly search: string
  readonly state?: string
  readonly limit: number
}

/** What the network said at once about a message. Whether the pharmacy has it is told later, by a `Verify`. */
export type NetworkResponse =
  /** `delivered`: the pharmacy itself has it already. */
  | { readonly taken: true; readonly delivered: boolean; readonly code: string }
  | { readonly taken: false; readonly code: string; readonly text?: string }

export interface InboundRequest {
  /** As received: signatures are over bytes. */
  readonly rawBody: Uint8Array
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly now: Date
}

export interface PharmacyNetwork {
  readonly vendor: string
  /** Under which the network knows this health system; `From` of what we send. */
  readonly accountId: string
  /** Throws `vendor_not_permitted` unless something may be sent now. Every call asks by itself; this one is to know beforehand. */
  permit(): Promise<void>
  /** Throws `vendor_unavailable`. */
  searchPharmacies(search: PharmacySearch, signal?: AbortSignal): Promise<readonly Pharmacy[]>
  /** Null for a pharmacy that the network does not know. Throws `vendor_unavailable`. */
  pharmacy(id: string, signal?: AbortSignal): Promise<Pharmacy | null>
  /**
   * Hands a message over. Its message id is recognized when it comes again, so a retry is never a second prescription. Resolves with a
   * definite answer; throws `PartnerUnavailable` when it is not known whether the network has it, or when it asks to try again later.
   */
  send(message: ScriptMessage, signal?: AbortSignal): Promise<NetworkResponse>
  /** Throws `signature_invalid` unless the exact bytes were signed by the network within five minutes. */
  verify(request: InboundRequest): void
  /** The answer to a message of the network, and the headers that prove that it is ours. */
  sign(message: ScriptMessage, now: Date): { readonly body: Uint8Array; readonly headers: Record<string, string> }
}
