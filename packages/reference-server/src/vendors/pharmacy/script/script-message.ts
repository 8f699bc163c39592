/**
 * The messages of electronic prescribing with the names of NCPDP SCRIPT 2023011, as far as this server uses them. NCPDP's schemas are
 * available to members only, so these types are a model with the standard's names and do not claim conformance.
 */

export const scriptVersion = '2023011'

/** P a pharmacy, D a prescriber's system, M the network. */
export interface ScriptParty {
  readonly qualifier: 'P' | 'D' | 'M'
  readonly id: string
}

export interface ScriptHeader {
  readonly to: ScriptParty
  readonly from: ScriptParty
  /** At most 35 characters; unchanged in every repeat of a message. */
  readonly messageId: string
  readonly relatesToMessageId?: string
  /** RFC 3339 in UTC. */
  readonly sentTime: string
  readonly senderSoftware: { readonly developer: string; readonly product: string; readonly version: string }
  readonly rxReferenceNumber?: string
  /** The prescriber's order number: the prescription's id. */
  readonly prescriberOrderNumber?: string
  /** The sender says that it is a test. */
  readonly isTest?: true
}

export interface ScriptName {
  readonly lastName: string
  readonly firstName?: string
  readonly middleName?: string
  readonly suffix?: string
}

export interface ScriptAddress {
  readonly line1: string
  readonly line2?: string
  readonly city: string
  readonly state: string
  readonly postalCode?: string
}

export interface ScriptPatient {
  readonly name: ScriptName
  readonly gender: 'F' | 'M' | 'U'
  /** `1984-06-15` */
  readonly birthDate: string
  readonly address?: ScriptAddress
  readonly phone?: string
}

export interface ScriptPharmacy {
  readonly ncpdpId: string
  readonly npi?: string
  readonly businessName: string
  readonly address?: ScriptAddress
  readonly phone?: string
}

export interface ScriptPrescriber {
  readonly npi: string
  readonly stateLicense?: string
  readonly practiceName?: string
  readonly name: ScriptName
  readonly phone?: string
}

export interface ScriptMedication {
  readonly description: string
  /** RxNorm: SCD a clinical drug, SBD a branded drug. */
  readonly code?: { readonly rxcui: string; readonly qualifier: 'SCD' | 'SBD' }
  /** `unit` is an NCI code, e.g. C48542 for tablets. */
  readonly quantity: { readonly value: number; readonly unit: string }
  readonly daysSupply?: number
  /** `2026-11-25` */
  readonly writtenDate?: string
  readonly substitutionAllowed: boolean
  readonly refills?: number
  /** ICD-10-CM. */
  readonly diagnosisCode?: string
  readonly note?: string
  /** The directions as text. Empty if a pharmacy sends none. */
  readonly sigText: string
  /** The same, structured. It never contains more than the text. */
  readonly sig?: ScriptSig
}

/** One structured instruction: dose, route, frequency. Anything else is only in the text. */
export interface ScriptSig {
  /** `Take`, `Apply`. */
  readonly method?: string
  readonly dose: number
  /** `code` is an NCI code. */
  readonly doseUnit: { readonly text: string; readonly code?: string }
  readonly route: string
  readonly timing: { readonly timesPerDay: number } | { readonly everyHours: number }
  readonly days?: number
  readonly asNeededFor?: string
  readonly note?: string
}

/** The people and the medication of a message. */
export interface ScriptSubject {
  readonly patient: ScriptPatient
  readonly pharmacy: ScriptPharmacy
  readonly prescriber: ScriptPrescriber
  readonly medication: ScriptMedication
}

/** The response to a cancellation request: approved or denied. */
export type ScriptCancelResponse =
  | { readonly outcome: 'Approved'; readonly note?: string }
  | { readonly outcome: 'Denied'; readonly reasonCode?: string; readonly reason?: string }

export type ScriptResponse =
  | ScriptCancelResponse
  /** Approved with changes: the medication of the response applies. */
  | { readonly outcome: 'ApprovedWithChanges'; readonly note?: string }

export const fillStatuses = ['Dispensed', 'PartiallyDispensed', 'NotDispensed', 'Transferred'] as const
export type FillStatus = (typeof fillStatuses)[number]

export type ScriptBody =
  | ({ readonly type: 'NewRx' } & ScriptSubject)
  /** `requestCode`: G a generic, T another medicine of the class, ... */
  | ({
      readonly type: 'RxChangeRequest'
      readonly requestCode: string
      readonly requested: readonly ScriptMedication[]
    } & ScriptSubject)
  | ({ readonly type: 'RxChangeResponse'; readonly response: ScriptResponse } & ScriptSubject)
  | ({ readonly type: 'RxRenewalRequest' } & ScriptSubject)
  | ({ readonly type: 'RxRenewalResponse'; readonly response: ScriptResponse } & ScriptSubject)
  | ({ readonly type: 'CancelRx' } & ScriptSubject)
  | { readonly type: 'CancelRxResponse'; readonly response: ScriptCancelResponse }
  | ({
      readonly type: 'RxFill'
      readonly fill: { readonly status: FillStatus; readonly reasonCode?: string; readonly note?: string }
    } & ScriptSubject)
  /** 000 to 005: the network has it; 010: its receiver has it. */
  | { readonly type: 'Status'; readonly code: string; readonly description?: string }
  /** 600 and 602 are temporary; 601 and 900 are final. */
  | {
      readonly type: 'Error'
      readonly code: string
      readonly descriptionCode?: string
      readonly description?: string
    }
  /** The receiver has the message. */
  | { readonly type: 'Verify'; readonly code: string; readonly description?: string }

/** The codes of the standard for a transaction. Others are refused: whether something was accepted must not be a guess. */
export const knownCodes = {
  Status: ['000', '001', '002', '003', '005', '010'],
  Verify: ['010'],
  Error: ['600', '601', '602', '900'],
} as const satisfies Partial<Record<ScriptBody['type'], readonly string[]>>

export type ScriptType = ScriptBody['type']

export interface ScriptMessage {
  readonly header: ScriptHeader
  readonly body: ScriptBody
}

/** The maximum length of a SCRIPT message id. */
export const messageIdLength = 35
