import { html, nothing, type TemplateResult } from 'lit'
import type { LedgerState, VisitClient, WitnessState } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ledgerStateEn } from './ledger-state.en.ts'
import { ledgerStateMessages } from './ledger-state.messages.ts'
import { ProgramPart } from './program-part.ts'

const tones = {
  agrees: 'ok',
  unreachable: 'warn',
  'not-asked': 'warn',
  newer: 'bad',
  differs: 'bad',
} as const satisfies Record<WitnessState, string>

/** Whether the access log can be proven unchanged: its newest signature, and what its witness has. */
export class LedgerPart extends ProgramPart<LedgerState> {
  readonly #words: Translate<typeof ledgerStateEn>

  constructor(host: VisitElement) {
    super(host)
    this.#words = host.language.bundle(ledgerStateMessages)
  }

  protected override async read(client: VisitClient, signal: AbortSignal): Promise<LedgerState> {
    return client.accesses.ledgerState({ signal })
  }

  protected override view(state: LedgerState): TemplateResult {
    const t = this.#words
    return html`<p class="muted">${t('intro')}</p>
      ${this.#signatures(state)} ${this.#witness(state)}
      <p class="small muted">${t('noProof')}</p>
      <div>${this.button(t('lookAgain'), () => void this.refresh())}</div>`
  }

  #signatures({ checkpoint, fault }: LedgerState): TemplateResult {
    const t = this.#words
    const { format } = this.host
    return this.#section(
      t('signatures'),
      fault
        ? html`<span class="chip bad">${t('stopped')}</span>`
        : checkpoint
          ? html`<span class="chip ok">${t('signed')}</span>`
          : nothing,
      html`<p class="num">
          ${
            checkpoint
              ? t('signedLast', {
                  number: format.number(checkpoint.number),
                  when: format.momentWithYear(checkpoint.signedAt),
                })
              : t('signedNever')
          }
        </p>
        ${
          fault
            ? html`<div class="tight" role="alert">
                <p><b>${t(`fault_${fault}`)}</b></p>
                <p>${t('stoppedText')}</p>
                <p>${t('stoppedStep')}</p>
              </div>`
            : nothing
        }`,
    )
  }

  #witness({ checkpoint, witness }: LedgerState): TemplateResult {
    const t = this.#words
    if (!witness)
      return this.#section(
        t('witness'),
        html`<span class="chip warn">${t('witnessNone')}</span>`,
        html`<p>${t('witnessNoneText')}</p>
          <p>${t('witnessNoneStep')}</p>`,
      )
    const waiting = Math.max(0, (checkpoint?.number ?? 0) - witness.checkpoint)
    return this.#section(
      t('witness'),
      html`<span class="chip ${tones[witness.state]}">${t(`witness_${witness.state}`)}</span>`,
      html`<p class="small muted">${t('witnessText')}</p>
        <p class="num">
          ${
            witness.checkpoint > 0
              ? t('witnessHas', { number: this.host.format.number(witness.checkpoint) })
              : t('witnessHasNone')
          }
          ${waiting > 0 ? t('witnessWaits', { count: waiting }) : nothing}
        </p>
        ${witness.state === 'unreachable' ? html`<p>${t('unreachableStep')}</p>` : nothing}`,
    )
  }

  #section(heading: string, chip: unknown, content: TemplateResult): TemplateResult {
    return html`<section class="part stack">
      <div class="row between wrap">
        <h3 class="grow" aria-level=${this.host.headingLevel + 1}>${heading}</h3>
        ${chip}
      </div>
      ${content}
    </section>`
  }
}
