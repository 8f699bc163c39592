import type { LaboratoryReport } from './report.ts'

/**
 * What the server asks of a laboratory. The labs domain knows this file and no wire format. Everything here is JSON, because an order
 * waits sealed in a transmission until the laboratory has answered.
 */

export interface OrderedTest {
  /** Ours, of this one test; results come back under it. At most 22 characters. */
  readonly placerNumber: string
  /** The laboratory's own code. */
  readonly code: string
  readonly loinc: string
  readonly name: string
  readonly answers: readonly OrderedAnswer[]
}
export interface OrderedAnswer {
  readonly code: string
  /** The question, as it was asked. */
  readonly question: string
  readonly type: 'text' | 'choice' | 'date' | 'number' | 'yes-no'
  /** The code of a choice, `yes` or `no`, an ISO date, a decimal number, or a text. */
  readonly value: string
  /** Of a choice: what was chosen, in words. */
  readonly text?: string
}

export interface OrderedPatient {
  /** The record number, or our own id of the patient. */
  readonly number: string
  readonly name: { readonly given: string; readonly family: string }
  /** ISO date. */
  readonly birthDate: string
  readonly sex?: 'female' | 'male' | 'other' | 'unknown'
  readonly phone?: string
  readonly address?: {
    readonly line1: string
    readonly line2?: string
    readonly city: string
    readonly state: string
    readonly postalCode?: string
  }
}

export interface LaboratoryOrder {
  /** Ours, of all tests ordered together. */
  readonly groupNumber: string
  /** ISO instant. */
  readonly placedAt: string
  readonly patient: OrderedPatient
  readonly practitioner: { readonly npi: string; readonly displayName: string }
  readonly priority: 'routine' | 'urgent'
  readonly diagnoses: readonly { readonly code: string; readonly text: string }[]
  readonly note?: string
  readonly tests: readonly OrderedTest[]
}

export interface LaboratoryRequest {
  readonly kind: 'order' | 'cancel'
  /** Under which the laboratory recognizes a repeat. */
  readonly id: string
  readonly order: LaboratoryOrder
}

/** What a laboratory says about tests that were ordered, at once or later by itself. */
export interface OrderStatusUpdate {
  /** Of one test; empty for every test of the order. */
  readonly placerNumber: string
  /** `not-cancelled`: it goes on although a cancellation was asked for. */
  readonly status: 'accepted' | 'refused' | 'cancelled' | 'not-cancelled'
  /** As the laboratory wrote it; null when it gave no words. */
  readonly text: string | null
}

/** The later one counts where two speak of a test. None: it has a cancellation and will say later what became of it. */
export type LaboratoryResponse = readonly OrderStatusUpdate[]

export interface Laboratory {
  /** Throws `vendor_not_permitted` unless an agreement with the laboratory is in force. `send` asks it too, before a byte leaves. */
  permit(): Promise<void>
  /**
   * Resolves with what the laboratory definitely said. Throws PartnerUnavailable when it is unknown or temporary; the same request
   * may then be sent again under the same id.
   */
  send(request: LaboratoryRequest, signal: AbortSignal): Promise<LaboratoryResponse>
}

/** Where a message came from, and how a repeat is recognized. */
export interface Delivery {
  readonly organizationId: string
  /** Sending application and facility: whose numbers these are. */
  readonly source: string
  /** The laboratory's id of the message. */
  readonly controlId: string
  /** SHA-256 of the message: some laboratories use their ids again. */
  readonly digest: Uint8Array
}

/**
 * Who takes what laboratories send. Each resolves once the message is durable, and only then is it acknowledged; throwing has the
 * laboratory send it again. Both recognize repeats.
 */
export interface LaboratoryInbox {
  takeReports(delivery: Delivery, reports: readonly LaboratoryReport[]): Promise<void>
  takeOrderStatusUpdates(delivery: Delivery, updates: readonly OrderStatusUpdate[]): Promise<void>
}

/** Listens for laboratories. */
export interface LaboratoryListener {
  listen(): Promise<{ readonly port: number }>
  /** Answers what is under way and takes nothing more. */
  close(): Promise<void>
}
