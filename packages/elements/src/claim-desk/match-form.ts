import { html, nothing, type TemplateResult } from 'lit'
import type { ClaimSummary, HeldLineDetail } from '@visitkit/sdk'
import { formatPlainDate } from './claim-states.ts'
import type { HeldLinesTexts } from './held-line-views.ts'

export interface ConfirmationView {
  readonly payerName: string
  readonly isConfirmed: boolean
  readonly isRemembered: boolean
  readonly showsFault: boolean
  readonly onChange: (said: { readonly isConfirmed: boolean; readonly isRemembered: boolean }) => void
}

/** A payment that is not certainly for the claim is posted only after a person has said that it is. */
const confirmationBoxes = ({ t }: HeldLinesTexts, view: ConfirmationView): TemplateResult => {
  const { isConfirmed, isRemembered, showsFault, payerName, onChange } = view
  const isWrong = showsFault && !isConfirmed
  const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked
  return html`<div class="stack">
    <div class="tight">
      <label class="choice">
        <input
          id="confirm"
          type="checkbox"
          .checked=${isConfirmed}
          aria-describedby=${isWrong ? 'confirm-hint confirm-error' : 'confirm-hint'}
          aria-invalid=${isWrong ? 'true' : nothing}
          @change=${(event: Event) => onChange({ isConfirmed: checked(event), isRemembered: checked(event) && isRemembered })}
        />
        <span>${t('confirm')}</span>
      </label>
      <p class="hint" id="confirm-hint">${t('confirmHint')}</p>
      ${isWrong ? html`<p class="error" id="confirm-error">${t('confirmFirst')}</p>` : nothing}
    </div>
    ${
      isConfirmed
        ? html`<label class="choice">
            <input
              id="remember"
              type="checkbox"
              .checked=${isRemembered}
              @change=${(event: Event) => onChange({ isConfirmed, isRemembered: checked(event) })}
            />
            <span>${t.rich('remember', { payer: html`<bdi>${payerName}</bdi>` })}</span>
          </label>`
        : nothing
    }
  </div>`
}

interface MatchView {
  readonly candidates: HeldLineDetail['candidates']
  readonly chosen: string | null
  readonly showsFault: boolean
  readonly number: string
  /** The number of the search, if there was one. */
  readonly searchedNumber: string | null
  readonly finding: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onNumber: (number: string) => void
  readonly onFind: () => void
  readonly onChoose: (claimId: string) => void
  readonly onPost: () => void
  /** What a person says about a payment of another payer, payee or receiver; null if none has to be said. */
  readonly confirmation: ConfirmationView | null
  readonly onOpenClaim: (claimId: string) => void
}

const candidateRow = ({ t, format }: HeldLinesTexts, view: MatchView, claim: ClaimSummary): TemplateResult =>
  html`<div class="row wrap candidate">
    <label class="choice">
      <input
        type="radio"
        name="candidate"
        value=${claim.id}
        .checked=${view.chosen === claim.id}
        @change=${() => view.onChoose(claim.id)}
      />
      <span class="tight">
        <b><bdi>${claim.patient?.displayName ?? claim.number}</bdi></b>
        <span class="small"><bdi dir="ltr">${claim.number}</bdi></span>
        <span class="small muted">
          ${t.rich('candidate', {
            date: formatPlainDate(format, claim.serviceDate),
            payer: html`<bdi>${claim.payer.name}</bdi>`,
            amount: format.money(claim.chargeCents),
          })}
        </span>
      </span>
    </label>
    <button
      class="btn quiet small"
      type="button"
      aria-describedby="held-line"
      @click=${() => view.onOpenClaim(claim.id)}
    >
      ${t('openClaim')} <span class="visually-hidden" dir="ltr">${claim.number}</span>
    </button>
  </div>`

/** The claims that may match a line, of which one can be chosen; others are found by number. */
export const matchForm = (words: HeldLinesTexts, view: MatchView): TemplateResult => {
  const { t, level } = words
  const { candidates, chosen, showsFault, number, searchedNumber, finding, busy, problem, confirmation } = view
  const isWrong = showsFault && chosen === null
  return html`<section class="part" aria-labelledby="match-heading">
    <div class="tight">
      <h4 id="match-heading" tabindex="-1" aria-level=${level + 2}>${t('candidates')}</h4>
      <p class="hint">${t('candidatesHint')}</p>
    </div>
    <form
      class="row wrap ends"
      @submit=${(event: Event) => {
        event.preventDefault()
        view.onFind()
      }}
    >
      <div class="field number">
        <label for="number">${t('number')}</label>
        <p class="hint" id="number-hint">${t('numberHint')}</p>
        <input
          id="number"
          maxlength="20"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          dir="ltr"
          aria-describedby="number-hint"
          .value=${number}
          @input=${(event: Event) => view.onNumber((event.target as HTMLInputElement).value)}
        />
      </div>
      <button class="btn small" aria-disabled=${finding ? 'true' : nothing}>${t('find')}</button>
    </form>
    <form
      class="stack"
      @submit=${(event: Event) => {
        event.preventDefault()
        view.onPost()
      }}
    >
      ${
        candidates.length === 0
          ? html`<p class="note" role="status">${t(searchedNumber ? 'noneOfNumber' : 'noneFound')}</p>`
          : html`<div
              class="stack"
              role="radiogroup"
              aria-labelledby="match-heading"
              aria-describedby=${isWrong ? 'match-error' : nothing}
            >
              ${isWrong ? html`<p class="error" id="match-error">${t('chooseFirst')}</p>` : nothing}
              ${candidates.map((claim) => candidateRow(words, view, claim))}
            </div>`
      }
      ${confirmation && candidates.length > 0 ? confirmationBoxes(words, confirmation) : nothing} ${problem}
      ${
        candidates.length > 0
          ? html`<div>
              <button class="btn small primary" id="post" aria-disabled=${busy ? 'true' : nothing}>
                ${t(busy ? 'posting' : 'post')}
              </button>
            </div>`
          : nothing
      }
    </form>
  </section>`
}
