import type { components } from '@visitkit/contract'
import type { ScriptMessage, ScriptParty, ScriptType } from './script/script-message.ts'

/** The interface of a pharmacy network. The prescriptions domain uses this file and the message model, and no specific network. */

export type Pharmacy = components['schemas']['Pharmacy']

export interface PharmacySearch {
  /** A word of the name, a city or a postal code. */
  readonly search: string
  readonly state?: string
  readonly limit: number
}

/** The network's immediate response to a message. A later `Verify` confirms that the pharmacy has it. */
export type NetworkResponse =
  /** `delivered`: the pharmacy already has it. */
  (
    | { readonly taken: true; readonly delivered: boolean; readonly code: string }
    | { readonly taken: false; readonly code: string; readonly text?: string }
  ) & { readonly receipt: NetworkReceipt }

/** The message that the network responded with, as it came. */
export interface NetworkReceipt {
  readonly from: ScriptParty
  readonly messageId: string
  readonly type: ScriptType
  readonly bytes: Uint8Array
}

export interface InboundRequest {
  /** As received: signatures are over bytes. */
  readonly rawBody: Uint8Array
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly now: Date
}

export interface PharmacyNetwork {
  readonly vendor: string
  /** The network's id of this health system; `From` of sent messages. */
  readonly accountId: string
  /** Throws `vendor_not_permitted` unless messages may be sent now. Every call checks it; call this one to know in advance. */
  permit(): Promise<void>
  /** Throws `vendor_unavailable`. */
  searchPharmacies(search: PharmacySearch, signal?: AbortSignal): Promise<readonly Pharmacy[]>
  /** Null for a pharmacy that the network does not know. Throws `vendor_unavailable`. */
  pharmacy(id: string, signal?: AbortSignal): Promise<Pharmacy | null>
  /**
   * Sends a message. The network recognizes a repeated message id, so a retry is never a second prescription. Resolves with a definite
   * response; throws `PartnerUnavailable` if it is unknown whether the network has it, or if it requests a retry.
   */
  send(message: ScriptMessage, signal?: AbortSignal): Promise<NetworkResponse>
  /** Throws `signature_invalid` unless the network signed these exact bytes within five minutes. */
  verify(request: InboundRequest): void
  /** The response to a message of the network, with the headers that authenticate it. */
  sign(message: ScriptMessage, now: Date): { readonly body: Uint8Array; readonly headers: Record<string, string> }
}
