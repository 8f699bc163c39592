import { html, nothing, type TemplateResult } from 'lit'
import type { VisitSummary } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { summaryEn } from './summary.en.ts'

export interface SectionView {
  readonly t: Translate<typeof summaryEn>
  readonly format: Formatter
  readonly summary: VisitSummary
  /** Level of a section's heading. */
  readonly level: number
  readonly onBook: () => void
}

const section = (level: number, heading: string, content: unknown): TemplateResult =>
  html`<section class="pad tight part">
    <h4 aria-level=${level}>${heading}</h4>
    ${content}
  </section>`

const chipFor = (status: string): string =>
  ['not-dispensed', 'refused', 'cancelled', 'declined'].includes(status)
    ? 'chip warn'
    : ['dispensed', 'ready', 'closed', 'report-received'].includes(status)
      ? 'chip ok'
      : 'chip none'

const corrections = ({ t, level, format, summary }: SectionView): unknown =>
  summary.corrections.length === 0
    ? nothing
    : section(
        level,
        t('correctionsHeading'),
        summary.corrections.map(
          ({ text, at, by }) =>
            html`<p class="text-block" dir="auto">${text}</p>
              <p class="small muted num">${format.list([by, format.date(at)])}</p>`,
        ),
      )

const instructions = ({ t, level, summary }: SectionView): TemplateResult =>
  section(
    level,
    t('doHeading'),
    summary.instructions.length === 0
      ? html`<p class="muted">${t('doEmpty')}</p>`
      : summary.instructions.map(({ text }) => html`<p class="text-block" dir="auto">${text}</p>`),
  )

const diagnoses = ({ t, level, summary }: SectionView): unknown =>
  summary.diagnoses.length === 0
    ? nothing
    : section(
        level,
        t('aboutHeading'),
        html`<ul>
          ${summary.diagnoses.map(({ display }) => html`<li>${display}</li>`)}
        </ul>`,
      )

const medications = ({ t, level, format, summary }: SectionView): unknown =>
  summary.medications.length === 0
    ? nothing
    : section(
        level,
        t('medicationsHeading'),
        html`<ul class="lined">
          ${summary.medications.map(
            ({ name, directionsText, status, pharmacyName }) =>
              html`<li class="tight">
                <b>${name}</b>
                <span class="text-block" dir="auto">${localized(directionsText, format.tag)}</span>
                <span class="small muted row wrap">
                  <span class=${chipFor(status)}>${t(`medication_${status}`)}</span>
                  ${pharmacyName ? t('medicineAt', { pharmacy: pharmacyName }) : nothing}
                </span>
              </li>`,
          )}
        </ul>`,
      )

const tests = ({ t, level, format, summary }: SectionView): unknown =>
  summary.tests.length === 0
    ? nothing
    : section(
        level,
        t('testsHeading'),
        html`<ul class="lined">
          ${summary.tests.map(
            ({ name, status }) =>
              html`<li class="row between wrap">
                <span>${localized(name, format.tag)}</span><span class=${chipFor(status)}>${t(`test_${status}`)}</span>
              </li>`,
          )}
        </ul>`,
      )

const referrals = ({ t, level, summary }: SectionView): unknown =>
  summary.referrals.length === 0
    ? nothing
    : section(
        level,
        t('referralsHeading'),
        html`<ul class="lined">
          ${summary.referrals.map(
            ({ to, status }) =>
              html`<li class="row between wrap">
                <span>${to}</span><span class=${chipFor(status)}>${t(`referral_${status}`)}</span>
              </li>`,
          )}
        </ul>`,
      )

const nextVisit = ({ t, level, format, summary: { nextVisit: next }, onBook }: SectionView): unknown => {
  if (!next) return nothing
  // A date without a time is the same day everywhere: noon keeps it from changing with the zone.
  const day = (date: string): string => format.day(`${date}T12:00:00Z`)
  return section(
    level,
    t('nextHeading'),
    html`<p>
        ${t('nextText', { type: localized(next.visitTypeName, format.tag), from: day(next.earliest), to: day(next.latest) })}
      </p>
      ${
        next.appointmentId
          ? html`<p><span class="chip ok">${t('nextBooked')}</span></p>`
          : html`<p class="next"><button class="btn primary" type="button" @click=${onBook}>${t('book')}</button></p>`
      }`,
  )
}

/** All sections of a published summary, the most urgent first: addenda before the text that they correct. */
export const summarySections = (parts: SectionView): unknown[] => [
  corrections(parts),
  instructions(parts),
  medications(parts),
  tests(parts),
  nextVisit(parts),
  referrals(parts),
  diagnoses(parts),
]
