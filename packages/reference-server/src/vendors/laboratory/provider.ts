import type { PersonName } from '../../platform/names/person-name.ts'
import type { LaboratoryReport, ReportedPerson } from './report.ts'

/**
 * The interface of a laboratory. The labs domain uses this file and no wire format. All types are JSON, because an order is encrypted in
 * a transmission until the laboratory has responded.
 */

export interface OrderedTest {
  /** Assigned by this server, for this one test; results refer to it. At most 22 characters. */
  readonly placerNumber: string
  /** The laboratory's own code. */
  readonly code: string
  readonly loinc: string
  readonly name: string
  /** What is examined, in a table of HL7. Absent if the catalog does not say it. */
  readonly specimen?: { readonly code: string; readonly text: string; readonly table: string }
  readonly answers: readonly OrderedAnswer[]
}
export interface OrderedAnswer {
  readonly code: string
  /** The question, as it was displayed. */
  readonly question: string
  readonly type: 'text' | 'choice' | 'date' | 'number' | 'yes-no'
  /** The code of a choice, `yes` or `no`, an ISO date, a decimal number, or a text. */
  readonly value: string
  /** For a choice: its display text. */
  readonly text?: string
}

export interface OrderedPatient {
  /** The medical record number, or this server's id of the patient. */
  readonly number: string
  /** In Latin letters, which laboratories' systems carry. */
  readonly name: PersonName
  /** The official name, if it is written in other letters. */
  readonly originalName?: PersonName
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

export interface InsuredPerson {
  /** In Latin letters, as the card writes it if it does so in another way. */
  readonly name: PersonName
  /** ISO date. */
  readonly birthDate: string
  readonly sex?: OrderedPatient['sex']
  readonly address?: OrderedPatient['address']
  /** What the insured person is to the patient. */
  readonly relationship: 'self' | 'spouse' | 'parent' | 'other'
}

/** A coverage from which the laboratory may be paid. */
export interface OrderedCoverage {
  /** Order of billing, from 1 on without a gap. */
  readonly priority: number
  readonly payerName: string
  /** The payer's id at the clearinghouse. */
  readonly payerId: string
  readonly memberNumber: string
  readonly groupNumber?: string
  /** ISO dates. */
  readonly from: string
  readonly to?: string
  readonly insured: InsuredPerson
}

export interface LaboratoryOrder {
  /** The laboratory that has it. Absent in an order from before there were several: the first one. */
  readonly laboratoryId?: string
  /** Assigned by this server, for all tests ordered together. */
  readonly groupNumber: string
  /** ISO instant. */
  readonly placedAt: string
  readonly patient: OrderedPatient
  /** `name` is absent in an order from before names in parts. */
  readonly practitioner: { readonly npi: string; readonly displayName: string; readonly name?: PersonName }
  readonly priority: 'routine' | 'urgent'
  readonly diagnoses: readonly { readonly code: string; readonly text: string }[]
  readonly note?: string
  /** Empty if the patient pays. Absent in a cancellation, and in an order from before it was sent. */
  readonly coverages?: readonly OrderedCoverage[]
  /** Who pays what no coverage pays; together with `coverages`. */
  readonly guarantor?: InsuredPerson
  readonly tests: readonly OrderedTest[]
  /** What the law wants to go with it, such as the notice of 42 CFR 2.32. */
  readonly accompaniment?: readonly string[]
}

export interface LaboratoryRequest {
  readonly kind: 'order' | 'cancel'
  /** The laboratory recognizes a repeat by it. */
  readonly id: string
  readonly order: LaboratoryOrder
}

/** A laboratory's status update on ordered tests, in a response or sent later. */
export interface OrderStatusUpdate {
  /** The test; empty for every test of the order. */
  readonly placerNumber: string
  /** `not-cancelled`: it is performed although a cancellation was requested. `informed`: it changes nothing, and may have a text. */
  readonly status: 'accepted' | 'refused' | 'cancelled' | 'not-cancelled' | 'informed'
  /** As the laboratory wrote it; null if there is no text. */
  readonly text: string | null
}

/** A status as it was read, which may be of another order. */
export interface ReportedOrderStatus extends Omit<OrderStatusUpdate, 'status'> {
  /** `unknown`: a code that this server does not know. */
  readonly status: OrderStatusUpdate['status'] | 'unknown'
  /** The patient that the laboratory names (PID). Absent if it names none. */
  readonly person?: ReportedPerson | null
}

/** What a message that answers no request says about one ordered test. */
export interface UnsolicitedStatus extends ReportedOrderStatus {
  /** Empty if the laboratory names none. */
  readonly fillerNumber: string
  /** Null if the laboratory names neither. */
  readonly test: LaboratoryReport['test'] | null
  readonly person: ReportedPerson | null
  /** The patient's part of the message, counted from 0. */
  readonly part: number
}

/**
 * The first update of a response to an order is about all of its tests; what is said about one test applies instead. Empty: the laboratory has
 * a cancellation and will report its result later.
 */
export interface LaboratoryResponse {
  readonly updates: readonly ReportedOrderStatus[]
  readonly message: ResponseMessage
}

/** A response as it came. */
export interface ResponseMessage extends Pick<Delivery, 'source' | 'controlId' | 'digest' | 'parser'> {
  readonly bytes: Uint8Array
}

export interface Laboratory {
  /** Throws `vendor_not_permitted` unless an agreement with the laboratory is in force. `send` also checks it before anything is sent. */
  permit(): Promise<void>
  /**
   * Resolves with the laboratory's definite response. Throws PartnerUnavailable if the result is unknown or temporary; the same request
   * may then be sent again under the same id.
   */
  send(request: LaboratoryRequest, signal: AbortSignal): Promise<LaboratoryResponse>
}

/** The laboratory that is used unless another one is named. */
export const firstLaboratory = 'main'

/** The laboratories of a deployment. */
export interface Laboratories {
  readonly ids: readonly string[]
  /** Those from which an organization orders, the default first. */
  listOf(organizationId: string): readonly { readonly id: string; readonly name: string }[]
  /** An order to a laboratory that is not configured any more is retried, and ends as undelivered. */
  of(laboratoryId: string): Laboratory
}

/** The source of a message, and how a repeat is recognized. */
export interface Delivery {
  readonly organizationId: string
  /** Whose orders it may be about. */
  readonly laboratoryId: string
  /** Sending application and facility, which assigned the numbers. */
  readonly source: string
  /** The laboratory's id of the message. */
  readonly controlId: string
  /** SHA-256 of the message: some laboratories reuse their ids. */
  readonly digest: Uint8Array
  /** The bytes of the message, one part for each patient (`ReportedDocument`, `LaboratoryReport.part`). */
  readonly parts: readonly Uint8Array[]
  /** Which version of which reader made the reports of it. */
  readonly parser: string
}

/** The bytes of a file in a part of a message, by its segment; null if there is none. */
export type ReadDocument = (part: Uint8Array, segment: number) => Uint8Array | null

/**
 * Receives messages of laboratories. Each method resolves once the message is durable, and only then is it acknowledged. If it throws,
 * the laboratory sends the message again. Both recognize repeats.
 */
export interface LaboratoryInbox {
  takeReports(delivery: Delivery, reports: readonly LaboratoryReport[]): Promise<void>
  takeOrderStatusUpdates(delivery: Delivery, updates: readonly UnsolicitedStatus[]): Promise<void>
}

/** Listens for messages of laboratories. */
export interface LaboratoryListener {
  listen(): Promise<{ readonly port: number }>
  /** Responds to messages under way and accepts no more. */
  close(): Promise<void>
}
