import type { IntakeAlert, Questionnaire } from '@visitkit/sdk'
import { enabledItems } from './enabled-items.ts'
import { isConditionMet, type Answers } from './is-condition-met.ts'

/** Codes of the emergency rules that these answers set off, by the server's own rule: danger does not wait for a connection. */
export const emergenciesOf = ({ items, emergencyRules }: Questionnaire, answers: Answers): IntakeAlert[] => {
  const enabled = new Map(enabledItems(items, answers).map((item) => [item.linkId, item]))
  const set = emergencyRules.filter((rule) => {
    const item = enabled.get(rule.linkId)
    return item !== undefined && isConditionMet(rule, item, answers.get(rule.linkId) ?? [])
  })
  return [...new Set(set.map(({ code }) => code))]
}

/**
 * Which emergencies still have to be shown. The server remembers every one that was ever set off; one that was taken back before this
 * form was opened is not shown again. Each is shown until the person says that they are safe.
 */
export class EmergencyWatch {
  #before: ReadonlySet<IntakeAlert> = new Set()
  #raised = new Set<IntakeAlert>()
  #passed = new Set<IntakeAlert>()

  /** Begins with a form as the server has it. */
  begin(questionnaire: Questionnaire, answers: Answers, remembered: readonly IntakeAlert[]): void {
    this.#before = new Set(remembered)
    this.#raised = new Set(emergenciesOf(questionnaire, answers))
    this.#passed.clear()
  }

  /** What the server says now. */
  update(remembered: readonly IntakeAlert[]): void {
    for (const code of remembered) if (!this.#before.has(code)) this.#raised.add(code)
  }

  /** What the answers say here and now. */
  evaluate(questionnaire: Questionnaire, answers: Answers): void {
    for (const code of emergenciesOf(questionnaire, answers)) this.#raised.add(code)
  }

  /** Codes to show help for; none once the person has gone on. */
  get open(): readonly IntakeAlert[] {
    return [...this.#raised].filter((code) => !this.#passed.has(code))
  }

  dismiss(): void {
    this.#passed = new Set(this.#raised)
  }
}
