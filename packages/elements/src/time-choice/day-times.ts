import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { MOST_TIMES, partsOfDay, thinTimes, type DayPart } from './day-parts.ts'
import { seatsText } from './seats-text.ts'
import type { Slot } from './slot-calendar.ts'
import type { TimeView } from './time-view.ts'

/** The times of a day by parts. Of a day with many times one part is open, and shows a few of its times first. */
export const dayTimes = (view: TimeView, all: readonly Slot[]): TemplateResult => {
  const { choice, host } = view
  const parts = partsOfDay(all, host.format)
  const duplicates = duplicateLabels(view, all)
  const buttons = (slots: readonly Slot[], name: string): TemplateResult =>
    html`<div class="slots" role="group" aria-labelledby=${name}>
      ${repeat(
        slots,
        ({ start }) => start,
        (slot) => slotButton(view, slot, duplicates),
      )}
    </div>`
  if (all.length <= MOST_TIMES || parts.length === 1)
    return html`${parts.map(
      (part) => html`<div class="tight part">${partTitle(view, part)} ${fewTimes(view, part, buttons)}</div>`,
    )}`
  const { openPart } = choice.strip
  const open = openPart === undefined ? (parts.find(isHeldIn(view)) ?? parts[0])?.name : openPart
  return html`<div class="parts">
    ${parts.map(
      (part) =>
        html`<details
          class="part"
          .open=${part.name === open}
          @toggle=${({ target }: Event) => {
            const isOpen = (target as HTMLDetailsElement).open
            if (isOpen !== (part.name === open)) choice.strip.openParts(isOpen ? part.name : null)
          }}
        >
          <summary class="row between">
            ${partTitle(view, part)}
            <span class="small muted num">${view.t('partTimes', { count: part.slots.length })}</span>
          </summary>
          ${part.name === open ? html`<div class="tight">${fewTimes(view, part, buttons)}</div>` : nothing}
        </details>`,
    )}
  </div>`
}

const partTitle = ({ host, t }: TimeView, { name }: DayPart): TemplateResult =>
  html`<h4 class="part" id=${name} aria-level=${host.headingLevel + 2}>${t(name)}</h4>`

const heldStart = ({ choice: { hold } }: TimeView): string | undefined => (hold.isActive ? hold.hold?.start : undefined)

const isHeldIn =
  (view: TimeView) =>
  ({ slots }: DayPart): boolean =>
    slots.some(({ start }) => start === heldStart(view))

const fewTimes = (
  view: TimeView,
  { name, slots }: DayPart,
  buttons: (slots: readonly Slot[], name: string) => TemplateResult,
): TemplateResult => {
  const { choice, host, t } = view
  const few = thinTimes(slots, host.format, { kept: heldStart(view) })
  const { isFull } = choice.strip
  return html`${buttons(isFull ? slots : few, name)}
  ${
    few.length < slots.length
      ? html`<div>
          <button
            class="btn quiet small start"
            type="button"
            aria-expanded=${isFull}
            @click=${() => choice.strip.showAll(!isFull)}
          >
            ${t(isFull ? 'fewerTimes' : 'moreTimes')}
          </button>
        </div>`
      : nothing
  }`
}

/** Times in the hour that repeats when the clocks go back are shown with their zone. */
const duplicateLabels = ({ host }: TimeView, all: readonly Slot[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  const duplicates = new Set<string>()
  for (const { start } of all) {
    const label = host.format.time(start)
    if (seen.has(label)) duplicates.add(label)
    seen.add(label)
  }
  return duplicates
}

const slotButton = (view: TimeView, slot: Slot, duplicates: ReadonlySet<string>): TemplateResult => {
  const { choice, host } = view
  const { start } = slot
  const time = host.format.time(start)
  const text = html`${duplicates.has(time) ? host.format.timeWithZone(start) : time} ${seatsText(view, slot)}`
  if (view.isToRead) return html`<p class="slot num">${text}</p>`
  return html`<button
    class="slot num"
    type="button"
    aria-pressed=${heldStart(view) === start}
    aria-busy=${choice.hold.placing === start ? 'true' : nothing}
    @click=${() => choice.choose(start)}
  >
    ${text}
  </button>`
}
