import type { components } from '@visitkit/contract'

/** The properties of a visit type that decide when and with whom it can take place. The contract's VisitType satisfies it. */
export interface VisitShape {
  readonly id: string
  readonly specialty: string
  readonly minutes: number
  /** The practitioner's time before and after the visit. It may lie outside their windows, but not overlap another busy time. */
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  /** Starts are offered this many minutes apart, from the start of each window. */
  readonly stepMinutes: number
  readonly licenseRequired: boolean
  /** Whole years, both inclusive. */
  readonly ages?: { readonly from: number; readonly to: number }
  readonly minimumNoticeMinutes: number
  readonly horizonDays: number
  /** What the visit takes in addition to its practitioner. */
  readonly resources?: readonly { readonly kind: ResourceKind; readonly count: number }[]
  readonly additionalPractitioners?: readonly { readonly specialty: string; readonly count: number }[]
  /** How many patients take part in one visit. */
  readonly capacity?: number
}

export type ResourceKind = components['schemas']['ResourceKind']
