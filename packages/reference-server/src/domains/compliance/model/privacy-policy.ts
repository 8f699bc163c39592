/** `packs/policy/privacy.json`. */
export interface PrivacyPolicy {
  readonly accessQuestions: {
    /** Days in which a question about an access is answered. */
    readonly answerDays: number
    /** Most questions of one patient that wait for an answer. */
    readonly maxOpen: number
  }
}
