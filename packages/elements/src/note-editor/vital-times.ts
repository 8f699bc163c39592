import { html, nothing, type TemplateResult } from 'lit'
import type { Vital } from '@visitkit/sdk'
import { startOfDay, zoneOffset, type Formatter } from '../core/format.ts'
import type { NoteEditorTranslate } from './note-view.ts'
import { signsFor } from './vital-signs.ts'

interface VitalTimesView {
  readonly t: NoteEditorTranslate
  readonly format: Formatter
  /** Those of the draft. */
  readonly vitals: readonly Vital[]
  /** The text in each field that is no time of the past, by LOINC code. */
  readonly faulty: ReadonlyMap<string, string>
  readonly onTime: (vital: Vital, typed: string) => void
}

/** `2026-11-20T07:00` on the clock of the zone. */
const wallTime = (instant: string, zone: string): string =>
  new Date(Date.parse(instant) + zoneOffset(instant, zone) * 60_000).toISOString().slice(0, 16)

/** The instant of a time on the clock of the zone; null if it is no time, or in the future. */
export const readTime = (typed: string, zone: string, now: Date): string | null => {
  if (Number.isNaN(Date.parse(`${typed}Z`))) return null
  const instant = startOfDay(`${typed}Z`, zone)
  return Date.parse(instant) > now.getTime() ? null : instant
}

/** When a value was measured, if that was not at the visit, such as at home before it. */
export const vitalTimes = ({ t, format, vitals, faulty, onTime }: VitalTimesView): TemplateResult | typeof nothing => {
  if (vitals.length === 0) return nothing
  // As in the grid above. A change puts a value last in the draft, and must not move the field that has the focus.
  const ordered = signsFor(vitals).flatMap(({ loinc }) => vitals.filter((vital) => vital.loinc === loinc))
  const elsewhen = ordered.filter(({ measuredAt }) => measuredAt !== undefined)
  const names = format.list(elsewhen.map(({ loinc }) => t(`vital_${loinc}`)))
  const now = new Date().toISOString()
  return html`<details class="stack">
    <summary>${elsewhen.length === 0 ? t('vitalTimes') : t('vitalTimesOf', { names })}</summary>
    <div class="stack">
      <p class="hint" id="vital-times-hint">${t('vitalTimesHint', { zone: format.zoneName(now) })}</p>
      <div class="vitals">
        ${ordered.map((vital) => {
          const { loinc, measuredAt } = vital
          const wrong = faulty.get(loinc)
          return html`<div class="field">
            <label for="vital-time-${loinc}">${t(`vital_${loinc}`)}</label>
            <input
              id="vital-time-${loinc}"
              type="datetime-local"
              aria-label=${t('vitalTimesOf', { names: t(`vital_${loinc}`) })}
              max=${wallTime(now, format.zone)}
              aria-invalid=${wrong === undefined ? nothing : 'true'}
              aria-describedby="vital-times-hint${wrong === undefined ? '' : ` vital-time-fault-${loinc}`}"
              .value=${wrong ?? (measuredAt ? wallTime(measuredAt, format.zone) : '')}
              @change=${(event: Event) => onTime(vital, (event.target as HTMLInputElement).value)}
            />
            ${wrong === undefined ? nothing : html`<p class="error" id="vital-time-fault-${loinc}">${t('vitalTimeFault')}</p>`}
          </div>`
        })}
      </div>
    </div>
  </details>`
}
