/** Settings that an organization can change; defaults in `packs/policy/visits.json`. */
export interface VisitsPolicy {
  /** How long after the end of the appointment a patient can still check in. Scheduling decides when check-in opens. */
  readonly checkInClosesAfterEndMinutes: number
  /** Whether the questionnaires of the visit type must be submitted before check-in. */
  readonly intakeBeforeCheckIn: 'required' | 'optional'
  /** A waiting room counts as open this long after it last requested the queue position. */
  readonly presentSeconds: number
  /** A practitioner counts as present this long after they last requested their queue. */
  readonly practitionerHereSeconds: number
  /** A seat can be used to enter for this long; after that a page requests a new one. */
  readonly seatMinutes: number
  /** Lifetime of a room from its creation or renewal. */
  readonly roomHours: number
  /** A patient who was never admitted is removed from the queue this long after the end of the appointment. */
  readonly waitingEndsAfterHours: number
  readonly guests: {
    /** Before the appointment begins. A code is accepted from then on: the session that it starts is short. */
    readonly opensBeforeMinutes: number
    /** After the appointment ends. Visits run late. */
    readonly expiresAfterEndMinutes: number
    /** Maximum number of guests of one visit, invited or in the room. */
    readonly mostAtOnce: number
  }
  readonly recording: {
    /** Of one recording, which is read as a whole. */
    readonly mostMegabytes: number
    /** Of all recordings of a visit. */
    readonly mostMegabytesOfVisit: number
  }
  /** Calendar days in which an admission in an emergency is reviewed. Then administrators see it too. */
  readonly emergencyReviewDays: number
  readonly retentionDays: {
    /** A report that a vendor repeats after this time counts again. Vendors repeat for days. */
    readonly vendorReports: number
    /** When the waiting room of a visit was last open. */
    readonly presences: number
  }
}
