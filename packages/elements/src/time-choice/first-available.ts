import { html, nothing, type TemplateResult } from 'lit'
import { iconNext } from '../core/icons.ts'
import { seatsText } from './seats-text.ts'
import type { Slot, SlotCalendar } from './slot-calendar.ts'
import type { TimeView } from './time-view.ts'

/** The first time that fits, which one press holds. */
export const firstAvailable = (view: TimeView, calendar: SlotCalendar): TemplateResult | typeof nothing => {
  const { choice, host, t } = view
  const slot = firstOf(view, calendar)
  if (!slot) return nothing
  const { hold, placing } = choice.hold
  const isHeld = choice.hold.isActive && hold?.start === slot.start
  const text = html`<span class="grow tight">
    <span class="small">${t('firstAvailable')}</span>
    <b class="num">${host.format.soon(slot.start)}</b>
    <span class="small">${withWhom(view, calendar, slot)} ${seatsText(view, slot)}</span>
  </span>`
  if (view.isToRead) return html`<p class="slot first row">${text}</p>`
  return html`<button
    class="slot first row"
    type="button"
    aria-pressed=${isHeld}
    aria-busy=${placing === slot.start ? 'true' : nothing}
    @click=${() => choice.choose(slot.start)}
  >
    ${text} ${isHeld ? nothing : iconNext}
  </button>`
}

/** The time that this person holds is not free for others, and can still be the first. */
const firstOf = ({ choice }: TimeView, calendar: SlotCalendar): Slot | undefined => {
  const free = calendar.firstAvailable(choice.practitionerId ?? null)?.slot
  const hold = choice.hold.isActive ? choice.hold.hold : null
  return hold && (!free || hold.start <= free.start)
    ? { start: hold.start, practitionerIds: [hold.practitioner.id] }
    : free
}

const withWhom = ({ choice, t }: TimeView, { practitioners }: SlotCalendar, { practitionerIds }: Slot): string => {
  const [one, second] = practitionerIds
  const only = choice.practitioner ?? (one && !second ? practitioners.get(one) : undefined)
  return only ? t('withOne', { name: only.displayName }) : t('withOneOf', { count: practitionerIds.length })
}
