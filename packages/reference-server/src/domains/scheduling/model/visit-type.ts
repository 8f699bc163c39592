/** What of a visit type decides when it can take place and with whom. The contract's VisitType is one of these. */
export interface VisitShape {
  readonly id: string
  readonly specialty: string
  readonly minutes: number
  /** The practitioner's own time around the visit. It may lie outside their windows, never inside another busy time. */
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  /** Starts are offered this many minutes apart, from the start of each window. */
  readonly stepMinutes: number
  readonly licenseRequired: boolean
  /** Whole years, both inclusive. */
  readonly ages?: { readonly from: number; readonly to: number }
  readonly minimumNoticeMinutes: number
  readonly horizonDays: number
}
