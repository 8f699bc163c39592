import { html, nothing, type TemplateResult } from 'lit'
import type { ConsentRequirement } from '@visitkit/sdk'
import { orCall, type ConsentDialogTranslate } from './consent-question.ts'

/** The decisions in this dialog, by document; a text that nothing was open if there are none. */
export const consentDone = (
  t: ConsentDialogTranslate,
  level: number,
  items: readonly ConsentRequirement[],
  answers: ReadonlyMap<string, boolean>,
  phone: string | undefined,
): TemplateResult => {
  const answered = items.filter(({ document }) => answers.has(document.id))
  const declined = answered.some(({ document }) => !answers.get(document.id))
  const [heading, text] =
    answered.length === 0
      ? (['nothingHeading', 'nothingText'] as const)
      : declined
        ? (['doneDeclined', 'doneDeclinedText'] as const)
        : (['doneHeading', 'doneText'] as const)
  return html`<div class="page outer stack">
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${level}>${t(heading)}</h2>
    <p>${t(text)} ${declined ? orCall(t, phone) : nothing}</p>
    ${
      answered.length
        ? html`<ul class="tight">
            ${answered.map(({ document: { id, title } }) => html`<li>${t(answers.get(id) ? 'granted' : 'declined', { title })}</li>`)}
          </ul>`
        : nothing
    }
  </div>`
}
