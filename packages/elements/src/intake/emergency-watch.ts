import type { IntakeAlert, Questionnaire } from '@visitkit/sdk'
import { enabledItems } from './enabled-items.ts'
import { isConditionMet, type Answers } from './is-condition-met.ts'

/** Codes of the emergency rules that these answers match, with the server's own rules, so that no connection is needed. */
export const emergenciesOf = ({ items, emergencyRules }: Questionnaire, answers: Answers): IntakeAlert[] => {
  const enabled = new Map(enabledItems(items, answers).map((item) => [item.linkId, item]))
  const set = emergencyRules.filter((rule) => {
    const item = enabled.get(rule.linkId)
    return item !== undefined && isConditionMet(rule, item, answers.get(rule.linkId) ?? [])
  })
  return [...new Set(set.map(({ code }) => code))]
}

/**
 * The emergencies to show. The server keeps every rule that was ever matched. One that was reverted before this form was opened is not
 * shown again. Each is shown until the person confirms that they are safe.
 */
export class EmergencyWatch {
  #before: ReadonlySet<IntakeAlert> = new Set()
  #raised = new Set<IntakeAlert>()
  #passed = new Set<IntakeAlert>()

  /** Starts with the server's state of a form. */
  begin(questionnaire: Questionnaire, answers: Answers, remembered: readonly IntakeAlert[]): void {
    this.#before = new Set(remembered)
    this.#raised = new Set(emergenciesOf(questionnaire, answers))
    this.#passed.clear()
  }

  /** Updates with the server's current state. */
  update(remembered: readonly IntakeAlert[]): void {
    for (const code of remembered) if (!this.#before.has(code)) this.#raised.add(code)
  }

  /** Evaluates the current answers. */
  evaluate(questionnaire: Questionnaire, answers: Answers): void {
    for (const code of emergenciesOf(questionnaire, answers)) this.#raised.add(code)
  }

  /** Whether these answers match a rule that nothing matched before: then they are sent without a delay. */
  isRaisedBy(questionnaire: Questionnaire | undefined, answers: Answers): boolean {
    return questionnaire !== undefined && emergenciesOf(questionnaire, answers).some((code) => !this.#raised.has(code))
  }

  /** Codes for which help is shown; none after the person has continued. */
  get open(): readonly IntakeAlert[] {
    return [...this.#raised].filter((code) => !this.#passed.has(code))
  }

  dismiss(): void {
    this.#passed = new Set(this.#raised)
  }
}
