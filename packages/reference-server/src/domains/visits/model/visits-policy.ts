/** Numbers that an organization may want otherwise; `packs/policy/visits.json`. */
export interface VisitsPolicy {
  /** How long after the appointment's end a patient may still check in. It opens when scheduling says. */
  readonly checkInClosesAfterEndMinutes: number
  /** Whether the questions that the visit type asks must be handed in before check-in. */
  readonly intakeBeforeCheckIn: 'required' | 'optional'
  /** A waiting room counts as open this long after it last asked for its place. */
  readonly presentSeconds: number
  /** A practitioner counts as here this long after they last looked at their queue. */
  readonly practitionerHereSeconds: number
  /** A seat can be used to enter for this long; afterwards a page asks for a new one. */
  readonly seatMinutes: number
  /** A room lives this long from when it was made or renewed. */
  readonly roomHours: number
  /** Who was never admitted is taken out of the line this long after the appointment's end. */
  readonly waitingEndsAfterHours: number
}
