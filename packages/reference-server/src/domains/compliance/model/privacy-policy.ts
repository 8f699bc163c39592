/** `packs/policy/privacy.json`. */
export interface PrivacyPolicy {
  readonly accessQuestions: {
    /** Days in which a question about an access is answered. */
    readonly answerDays: number
    /** Most questions of one patient that wait for an answer. */
    readonly maxOpen: number
  }
  readonly accessCases: {
    /** Days in which a case of the monitor is closed. */
    readonly reviewDays: number
    /** Longest time for which a reason is not counted. */
    readonly longestSuppressionDays: number
  }
}
