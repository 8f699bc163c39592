import { html, type TemplateResult } from 'lit'
import type { PractitionerSummary } from '@visitkit/sdk'
import { zoneOffset } from '../core/format.ts'
import type { TimeView } from './time-view.ts'

/** The zone of all times of a step, in words, with the time of the practitioner where it differs. */
export const zoneNote = (view: TimeView, at = new Date().toISOString()): TemplateResult =>
  html`<p class="small muted num">
    ${view.t('zoneNote', { zone: view.host.format.zoneWithCity(at) })} ${otherZoneText(view)}
  </p>`

const otherZoneText = ({ choice, host, t }: TimeView): string => {
  const one: PractitionerSummary | null =
    choice.practitioner ?? (choice.hold.isActive ? (choice.hold.hold?.practitioner ?? null) : null)
  const at = choice.hold.hold?.start ?? new Date().toISOString()
  const ahead = one ? zoneOffset(at, one.zone) - zoneOffset(at, host.format.zone) : 0
  if (!one || ahead === 0) return ''
  const name = one.displayName
  if (ahead % 60 !== 0) return t('zoneOther', { name, time: host.format.time(at, one.zone) })
  return t(ahead < 0 ? 'zoneBehind' : 'zoneAhead', { name, count: Math.abs(ahead) / 60 })
}
