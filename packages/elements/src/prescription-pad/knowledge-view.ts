import { html, nothing, type TemplateResult } from 'lit'
import type { DrugKnowledgeSource, DrugLabel } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconAlert } from '../core/icons.ts'
import type { PrescriptionFormTranslate } from './label-text.ts'

/** What a medication was checked with, and its label if one is imported. */
export interface CheckKnowledge {
  readonly sources: readonly DrugKnowledgeSource[]
  readonly label?: DrugLabel | undefined
}

interface KnowledgeView {
  readonly t: PrescriptionFormTranslate
  readonly format: Formatter
}

const dayOf = (format: Formatter, day: string): string => format.at('UTC').date(`${day}T12:00:00Z`)

/** `RxNorm, release of November 2, 2026`. A demonstration says so in each place. */
export const sourceText = (
  { t, format }: KnowledgeView,
  { covers, name, version, release, isDemonstration }: DrugKnowledgeSource,
): string => {
  if (isDemonstration && covers === 'rules') return t('demonstrationRules')
  const versioned = version === undefined ? name : t('versionOf', { name, version })
  const dated = release ? t('sourceOf', { name: versioned, day: dayOf(format, release) }) : versioned
  return isDemonstration ? t('demonstrationOf', { name: dated }) : dated
}

/** Imported releases have nothing about interactions, unless a table was imported. */
export const isWithoutInteractions = (sources: readonly DrugKnowledgeSource[]): boolean =>
  sources.length > 0 && sources.every(({ covers }) => covers !== 'rules' && covers !== 'interactions')

/** Only rules have reactions between classes, such as those of penicillins and cephalosporins. */
const isWithoutRules = (sources: readonly DrugKnowledgeSource[]): boolean =>
  sources.every(({ covers }) => covers !== 'rules')

/** What the prescriber must know about the check itself. */
export const knowledgeView = (view: KnowledgeView, { sources, label }: CheckKnowledge): TemplateResult => {
  const { t } = view
  const isDemonstration = sources.some((each) => each.isDemonstration)
  const named = sources.filter(({ covers, isDemonstration: isShown }) => !(isShown && covers === 'rules'))
  return html`${
    isDemonstration
      ? html`<div class="banner warn" role="note">
          ${iconAlert}
          <p class="grow"><b>${t('demonstration')}</b> ${t('demonstrationMeans')}</p>
        </div>`
      : nothing
  }
  ${
    named.length > 0
      ? html`<div class="tight small muted">
          ${named.map((each) => html`<p>${t(`covers_${each.covers}`)}: ${sourceText(view, each)}</p>`)}
          ${isWithoutRules(sources) ? html`<p>${t(isWithoutInteractions(sources) ? 'notCompared' : 'notComparedAcross')}</p>` : nothing}
          ${label ? nothing : html`<p>${t('noLabel')}</p>`}
        </div>`
      : nothing
  }
  ${label ? labelView(view, label) : nothing}`
}

/** Text to read. Labels are published in English. */
const labelView = (view: KnowledgeView, label: DrugLabel): TemplateResult => {
  const { t, format } = view
  return html`<section class="stack drug-label" aria-labelledby="drug-label">
    <div class="tight">
      <h4 id="drug-label">${t('label')}</h4>
      <p class="small muted">
        ${t('labelOf', { day: dayOf(format, label.effectiveDate) })} ${sourceText(view, label.source)}.
        ${label.isLatest === false ? html`<b>${t('labelOutdated')}</b>` : nothing}
        <a href=${label.url} target="_blank" rel="noopener noreferrer">${t('wholeLabel')}</a>
      </p>
    </div>
    <div>
      ${label.sections.map(
        ({ section, text, isCut }) =>
          html`<details ?open=${section === 'boxed-warning'}>
            <summary>${t(`section_${section}`)}</summary>
            <div
              class="chosen ${section === 'boxed-warning' ? 'boxed' : ''}"
              role="group"
              tabindex="0"
              aria-label=${t(`section_${section}`)}
            >
              <p lang="en" dir="ltr">${text}</p>
            </div>
            ${isCut ? html`<p class="small muted">${t('sectionCut')}</p>` : nothing}
          </details>`,
      )}
    </div>
  </section>`
}
