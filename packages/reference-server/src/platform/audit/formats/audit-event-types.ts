/** A FHIR R4 AuditEvent, as far as the ledger fills it. */
export interface AuditEvent {
  readonly resourceType: 'AuditEvent'
  readonly id: string
  readonly meta?: { readonly profile: readonly string[] }
  readonly type: Coding
  readonly subtype: readonly Coding[]
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E'
  readonly recorded: string
  readonly outcome: '0' | '4' | '8'
  readonly outcomeDesc?: string
  readonly purposeOfEvent: readonly Concept[]
  readonly agent: readonly Agent[]
  readonly source: { readonly observer: Who; readonly type: readonly Coding[] }
  readonly entity: readonly Entity[]
}

export interface Coding {
  readonly system: string
  readonly code: string
}
export interface Concept {
  readonly coding: readonly Coding[]
}
export interface Who {
  readonly identifier: { readonly system?: string; readonly value: string }
}
export interface Agent {
  readonly type: Concept
  readonly who: Who
  readonly requestor: boolean
  readonly role?: readonly Concept[]
  readonly purposeOfUse?: readonly Concept[]
  /** The id of the access token, as a URN. */
  readonly policy?: readonly string[]
  /** 2: an IP address; 5: a URI. */
  readonly network?: { readonly address: string; readonly type: '2' | '5' }
}
export interface Entity {
  readonly what?: Who | { readonly reference: string }
  readonly type: Coding
  readonly role?: Coding
  readonly detail?: readonly { readonly type: string; readonly valueString: string }[]
  /** Base64. */
  readonly query?: string
}
