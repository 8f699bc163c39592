import { html, type TemplateResult } from 'lit'
import type { ClaimFinding, ClaimFindingValues, ServiceCodeRange } from '@visitkit/sdk'
import { iconAlert, iconInfo } from '../core/icons.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { claimFindingsMessages } from './claim-findings.messages.ts'
import { formatPlainDate, type ClaimDeskTranslate } from './claim-states.ts'

/** `98000–98015`, on one line and from left to right. */
const codeRange = ({ from, to }: ServiceCodeRange): string =>
  from === to ? from : `\u2066${from}\u2060–\u2060${to}\u2069`

/** The findings of a claim, the remedy first. Loaded with their sentences, which are many. */
export class FindingList {
  readonly #host: VisitElement
  readonly #t

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(claimFindingsMessages)
  }

  /** Every value that a sentence may contain: a placeholder of another name does not compile. */
  #words({ modifiers = [], codes = [], days, date, placeOfService, field, limit, instead }: ClaimFindingValues) {
    const [t, { format }] = [this.#t, this.#host]
    return {
      modifiers: format.and(modifiers),
      codes: format.list(codes.map(codeRange)),
      count: days ?? 0,
      date: date ? formatPlainDate(format, date) : '',
      placeOfService: placeOfService ? t(`place_${placeOfService}`) : '',
      field: field ? t(`field_${field}`) : '',
      limit: limit ?? '',
      instead: instead ? t(`instead_${instead.kind}`, { code: instead.code ?? '' }) : '',
    }
  }

  /** A finding that was stored without values, or that only a newer server has, is shown in the English of the server. */
  #sentences({ code, message, remedy, values }: ClaimFinding): TemplateResult {
    if (!values || this.#t.raw(`message_${code}`) === undefined)
      return html`<p><b lang="en" dir="auto">${remedy}</b></p>
        <p class="muted" lang="en" dir="auto">${message}</p>`
    const words = this.#words(values)
    return html`<p><b>${this.#t(`remedy_${code}`, words)}</b></p>
      <p class="muted">${this.#t(`message_${code}`, words)}</p>`
  }

  render(t: ClaimDeskTranslate, findings: readonly ClaimFinding[]): TemplateResult {
    return html`<ol class="findings">
      ${findings
        .toSorted((a, b) => a.severity.localeCompare(b.severity))
        .map((finding) => {
          const isError = finding.severity === 'error'
          return html`<li class="banner ${isError ? 'bad' : 'warn'}">
            ${isError ? iconAlert : iconInfo}
            <div class="tight">
              ${this.#sentences(finding)}
              <p class="chips small muted">
                <span class="chip ${isError ? 'bad' : 'warn'}">${t(finding.severity)}</span>
                ${this.#t(`finding_${finding.code}`)}
              </p>
            </div>
          </li>`
        })}
    </ol>`
  }
}
